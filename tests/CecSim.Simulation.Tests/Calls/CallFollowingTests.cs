using CecSim.Simulation.SpaceEvents;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>Calls as those see them who look at a space from outside, and what these may do to them by hand.</summary>
public sealed class CallFollowingTests
{
    private static readonly ScriptStep.Connected Connected = new();
    private static readonly ManualEvent Transferred = ManualEvent.Of(new ScriptStep.Transferred())!;

    [Fact]
    public async Task A_call_keeps_the_last_hundred_events_that_its_client_was_told()
    {
        using var space = WithScript(
            new ScriptStep.Queued(), new ScriptStep.Repeat(100, new([new ScriptStep.Transferred()])));
        Call(space);

        await space.AdvanceAsync(1);

        var history = Assert.Single(space.Calls.View).History;
        Assert.Equal(Enumerable.Range(2, 100).Select(n => (long)n), history.Select(e => e.Number));
        Assert.All(history, e => Assert.Equal((CallEventKind.Transferred, null), (e.Kind, e.Route)));
    }

    [Fact]
    public void Of_the_calls_that_ended_the_last_thousand_stay()
    {
        using var space = WithScript(new ScriptStep.Failed());
        var user = space.SignIn();

        Assert.All(Enumerable.Range(0, 1_001), _ => Assert.Null(space.Calls.Create(user, MediaAbility.Voice)));

        Assert.Equal(Enumerable.Range(2, 1_000).Select(n => (long)n), space.Calls.View.Select(c => c.Id));
        Assert.Equal((1_001, true), space.Calls.LastOf(user));
    }

    [Fact]
    public void Those_who_follow_the_space_are_told_of_each_state_of_a_call_and_of_each_event()
    {
        using var space = WithScript(
            new ScriptStep.Queued(), new ScriptStep.Transferred(), Connected, new ScriptStep.Released());
        List<SpaceEvent> told = [];
        space.Events.Subscribe(told.Add);

        var user = Call(space);

        Assert.Equal(
            [CallState.Created, CallState.Queuing, CallState.Connected, CallState.Ended],
            told.OfType<CallStateChanged>().Select(e => e.State));
        Assert.Equal(
            [168102, 168106, 168101, 168110], told.OfType<CallEventQueued>().Select(e => e.Event.EventId));
        Assert.All(told.OfType<CallEventQueued>(), e => Assert.Equal((1, user), (e.CallId, e.User)));
    }

    [Fact]
    public void Only_the_event_that_connects_tells_where_to_call()
    {
        using var space = WithScript(new ScriptStep.Queued(), Connected, new ScriptStep.Transferred());
        var user = Call(space);

        Assert.Equal([false, true, false], space.TakeAll(user).Select(e => e.Route is not null));
        Assert.Same(user, space.Calls.UserOf(space.Calls.View[0].AccessCode));
        Assert.Null(space.Calls.UserOf("17908"));
    }

    [Fact]
    public void A_call_that_is_placed_does_what_it_is_made_to_do_and_nothing_else()
    {
        using var space = WithScript(Connected);
        var user = Call(space);

        Assert.Equal(2, space.Calls.Place(user, MediaAbility.Video));

        Assert.Empty(space.TakeAll(user));
        Assert.Equal([CallState.Ended, CallState.Created], space.Calls.View.Select(c => c.State));
        Assert.Null(space.Calls.Push(2, ManualEvent.Of(Connected)!));
        Assert.Equal([168101], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public void An_event_by_hand_happens_to_the_call_or_says_why_not()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        space.TakeAll(user);

        Assert.Equal(ManualEventRefusal.CallUnknown, space.Calls.Push(9, Transferred));
        Assert.Equal(ManualEventRefusal.NoCall, space.Calls.Push(space.SignIn("u2"), Transferred));
        Assert.Null(space.Calls.Push(1, Transferred));
        Assert.Null(space.Calls.Push(user, ManualEvent.Of(new ScriptStep.Released())!));
        Assert.Equal(ManualEventRefusal.CallOver, space.Calls.Push(user, Transferred));
        Assert.Equal(ManualEventRefusal.CallOver, space.Calls.Push(1, Transferred));

        Assert.Equal([168106, 168110], space.TakeAll(user).Select(e => e.EventId));
        Assert.Null(ManualEvent.Of(new ScriptStep.Silent()));
    }

    [Fact]
    public void A_raw_event_is_only_told_whatever_its_id_is_and_whoever_has_no_call()
    {
        using var space = WithScript(Connected);
        var (user, other) = (Call(space), space.SignIn("u2"));
        space.TakeAll(user);
        var wording = new EventWording { ResultCode = "7" };

        Assert.Null(space.Calls.Push(user, new ManualEvent.Raw(168110, wording, Cause.Released)));
        Assert.Null(space.Calls.Push(other, new ManualEvent.Raw(4711, Wording: null, Cause: null)));
        Assert.Null(space.Calls.Push(other, new ManualEvent.Raw(168101, Wording: null, Cause: null)));

        var released = Assert.Single(space.TakeAll(user));
        Assert.Equal(
            (CallEventKind.Released, wording, Cause.Released), (released.Kind, released.Wording, released.Cause));
        Assert.Equal((1, false), space.Calls.LastOf(user));
        Assert.Equal(
            [(CallEventKind.Unknown, 4711), (CallEventKind.Connected, 168101)],
            space.TakeAll(other).Select(e => (e.Kind, e.EventId)));
        Assert.Null(space.Calls.LastOf(other));
    }

    [Fact]
    public async Task A_call_that_is_forgotten_brings_nothing_more_and_another_one_may_begin()
    {
        using var space = WithScript(Connected, new ScriptStep.Wait(TimeSpan.FromSeconds(1)), Connected);
        var user = Call(space);

        space.Calls.Forget(user);
        await space.AdvanceAsync(5);

        Assert.Empty(space.TakeAll(user));
        Assert.Equal((CallState.Ended, null), (space.Calls.View[0].State, space.Calls.LastOf(user)));
        Assert.Null(space.Calls.UserOf(space.Calls.View[0].AccessCode));
        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));
    }

    [Fact]
    public async Task Events_that_are_forgotten_do_not_come_and_the_next_poll_waits_or_is_let_go_as_is_wanted()
    {
        using var space = WithScript(Connected);
        var user = Call(space);

        space.Calls.ForgetEvents(user);
        var waiting = space.Calls.Poll(user);
        Assert.False(waiting.Answer.IsCompleted);
        waiting.Abandon();

        space.Calls.Push(user, Transferred);
        space.Calls.LetNextPollGo(user);
        Assert.Empty(space.Take(user));
        var next = space.Calls.Poll(user);
        Assert.False(next.Answer.IsCompleted);
        space.EndPolls();
        Assert.Empty(await next.Answer);
    }

    [Fact]
    public void No_more_voice_calls_live_at_once_than_the_tenant_may_have()
    {
        using var space = Create(Scripted(Connected) with
        {
            Resources = new SpaceSettings().Resources with { MaxConcurrentVoiceCalls = 1 },
        });
        var first = Call(space);
        var second = space.SignIn("u2");

        Assert.Equal(Refusal.ConnectFailed, space.Calls.Create(second, MediaAbility.Voice));
        Assert.Null(space.Calls.Create(second, MediaAbility.Video));
        space.Calls.Drop(first);
        Assert.Null(space.Calls.Create(space.SignIn("u3"), MediaAbility.Voice));
    }

    [Fact]
    public void Calls_are_supported_as_far_as_the_channel_goes()
    {
        using var space = Create();

        Assert.True(space.Calls.IsSupported(new ChannelSettings()));
        Assert.False(space.Calls.IsSupported(new ChannelSettings { ClickToCall = false }));
    }

    [Fact]
    public void A_space_that_ends_ends_its_calls_and_their_media()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var leg = new RecordingLeg();
        Assert.Null(space.Media.Join(space.Take(user)[0].Route!, leg));

        space.End();

        Assert.Equal("ended", leg.Told[^1]);
    }

    private static User Call(Space space)
    {
        var user = space.SignIn();
        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));
        return user;
    }
}
