using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>Scripts that go by what the client does, and not only by time.</summary>
public sealed class ClientActionTests
{
    private static readonly ScriptStep Queued = new ScriptStep.Queued();
    private static readonly ScriptStep Connected = new ScriptStep.Connected();
    private static readonly ScriptStep Transferred = new ScriptStep.Transferred();
    private static readonly ScriptStep Released = new ScriptStep.Released();

    public static TheoryData<CallAction, CallSignal> SignalsOfMedia => new()
    {
        { new CallAction.MediaConnected(), new CallSignal.MediaConnected() },
        { new CallAction.Hold(), new CallSignal.Hold() },
        { new CallAction.Dtmf(), new CallSignal.Dtmf("5") },
        { new CallAction.Dtmf("123#"), new CallSignal.Dtmf("99123#4") },
    };

    [Fact]
    public void Each_poll_ends_one_wait_for_a_poll_and_gets_what_the_script_then_sends()
    {
        using var space = WithScript(Await(new CallAction.Poll()), Queued, Await(new CallAction.Poll()), Connected);
        var user = Call(space);

        Assert.Equal(168102, Assert.Single(space.Take(user)).EventId);
        Assert.Equal(168101, Assert.Single(space.Take(user)).EventId);
    }

    [Fact]
    public async Task A_newer_poll_and_not_the_one_before_gets_what_it_was_awaited_for()
    {
        using var space = WithScript(
            Await(new CallAction.Poll()), Await(new CallAction.Poll()), Connected);
        var user = Call(space);
        var older = space.Calls.Poll(user);

        var newer = space.Calls.Poll(user);

        Assert.Empty(await older.Answer);
        Assert.Equal(168101, Assert.Single(await newer.Answer).EventId);
    }

    // Whoever moves time by hand takes a poll that waits for one that nothing answers yet.
    [Fact]
    public async Task A_poll_that_is_answered_because_it_came_does_not_wait()
    {
        using var space = WithScript(Await(new CallAction.Poll()), Connected);
        var user = Call(space);
        var waiting = space.Time.WhenWaitingAsync(1, TestEnds);

        space.Take(user);
        Assert.False(waiting.IsCompleted);
        space.Calls.Poll(user);

        await waiting;
    }

    [Fact]
    public async Task A_poll_that_was_held_before_the_wait_began_does_not_end_it()
    {
        using var space = WithScript(Wait(1), Await(new CallAction.Poll()), Connected);
        var user = Call(space);
        var held = space.Calls.Poll(user);

        await space.AdvanceAsync(5);

        Assert.False(held.Answer.IsCompleted);
    }

    [Theory]
    [MemberData(nameof(SignalsOfMedia))]
    public void What_the_media_do_is_raised_by_the_host(CallAction action, CallSignal signal)
    {
        using var space = WithScript(Await(action), Connected);
        var user = Call(space);

        Assert.True(space.Calls.Raise(user, signal));
        Assert.False(space.Calls.Raise(user, signal));
        Assert.Equal(168101, Assert.Single(space.Take(user)).EventId);
    }

    [Fact]
    public void What_is_not_awaited_has_no_effect()
    {
        using var space = WithScript(Await(new CallAction.Hold()), Connected);
        var user = Call(space);

        Assert.False(space.Calls.Raise(user, new CallSignal.MediaConnected()));
        Assert.False(space.Calls.Raise(space.SignIn("nobody's call"), new CallSignal.Hold()));
        Assert.Empty(space.TakeAll(user));
    }

    [Fact]
    public void Tones_that_come_one_by_one_are_put_together()
    {
        using var space = WithScript(Await(new CallAction.Dtmf("11#")), Connected);
        var user = Call(space);

        Assert.Equal(
            [false, false, false, true], "111#".Select(d => space.Calls.Raise(user, new CallSignal.Dtmf($"{d}"))));
    }

    [Theory]
    [InlineData("I want my REFUND now", true)]
    [InlineData("hello", false)]
    public void A_chat_message_is_awaited_by_its_text_whatever_the_case(string text, bool isIt)
    {
        using var space = WithScript(Queued, Await(new CallAction.Chat("*refund*")), Connected);
        var user = Call(space);
        space.Chats.Connect(user);

        space.Chats.Chat(user, text);

        Assert.Equal(isIt ? 2 : 1, space.TakeAll(user).Count);
    }

    [Fact]
    public void A_chat_message_that_was_refused_was_not_written()
    {
        using var space = WithScript(Await(new CallAction.Chat()), Connected);
        var user = Call(space);

        Assert.Equal(Refusal.NoChat, space.Chats.Chat(user, "hello").Refusal);
        Assert.Empty(space.TakeAll(user));
    }

    [Fact]
    public async Task What_does_not_come_in_time_has_its_own_steps_and_the_script_goes_on()
    {
        using var space = WithScript(
            Await(new CallAction.MediaConnected(), within: 5, Queued, Wait(1)), Connected);
        var user = Call(space);

        await space.AdvanceAsync(4.999);
        Assert.Empty(space.TakeAll(user));
        await space.AdvanceAsync(0.001);
        Assert.Equal([168102], space.TakeAll(user).Select(e => e.EventId));
        Assert.False(space.Calls.Raise(user, new CallSignal.MediaConnected()));
        await space.AdvanceAsync(1);
        Assert.Equal([168101], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public async Task What_comes_in_time_leaves_no_deadline_behind()
    {
        using var space = WithScript(
            Await(new CallAction.Hold(), within: 5, Released), Connected, Wait(10), Transferred);
        var user = Call(space);

        space.Calls.Raise(user, new CallSignal.Hold());
        await space.AdvanceAsync(60);

        Assert.Equal([168101, 168106], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public async Task A_drop_that_the_script_awaits_goes_on_with_the_script_in_place_of_onDrop()
    {
        using var space = WithScript(Connected, Await(new CallAction.Drop()), Wait(2), Queued, Released);
        var user = Call(space);

        Assert.Null(space.Calls.Drop(user));
        Assert.Equal([168101], space.TakeAll(user).Select(e => e.EventId));
        await space.AdvanceAsync(2);

        var last = Assert.Single(space.TakeAll(user));
        Assert.Equal((168110, Cause.Dropped), (last.EventId, last.Cause));
    }

    [Fact]
    public void A_handler_plays_beside_the_script_each_time()
    {
        using var space = WithHandlers(
            [Queued, Await(new CallAction.MediaConnected()), Connected],
            new CallHandler(new CallAction.Hold(), new([Transferred])));
        var user = Call(space);

        space.Calls.Raise(user, new CallSignal.Hold());
        space.Calls.Raise(user, new CallSignal.Hold());
        space.Calls.Raise(user, new CallSignal.MediaConnected());

        Assert.Equal([168102, 168106, 168106, 168101], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public async Task A_handler_for_the_second_time_counts_while_its_steps_are_not_played_twice_at_once()
    {
        using var space = WithHandlers(
            [Connected],
            new CallHandler(new CallAction.Hold(), new([Transferred]), Nth: 2),
            new CallHandler(new CallAction.Dtmf("#"), new([Queued, Wait(1), Queued])));
        var user = Call(space);
        space.Take(user);

        Assert.All([1, 2, 3], _ => space.Calls.Raise(user, new CallSignal.Hold()));
        Assert.Equal([168106], space.TakeAll(user).Select(e => e.EventId));
        Assert.All([1, 2, 3], _ => space.Calls.Raise(user, new CallSignal.Dtmf("#")));
        await space.AdvanceAsync(60);
        Assert.Equal([168102, 168102], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public async Task A_handler_that_ends_the_call_ends_the_script_and_all_other_handlers()
    {
        using var space = WithHandlers(
            [Connected, Wait(5), Transferred],
            new CallHandler(new CallAction.Hold(), new([Wait(1), Released])),
            new CallHandler(new CallAction.Hold(), new([Wait(2), Queued])));
        var user = Call(space);

        space.Calls.Raise(user, new CallSignal.Hold());
        await space.AdvanceAsync(60);
        space.Calls.Raise(user, new CallSignal.Hold());

        Assert.Equal([168101, 168110], space.TakeAll(user).Select(e => e.EventId));
        Assert.Equal(1, space.Time.DueCount);
    }

    [Fact]
    public void After_a_drop_no_handler_listens_any_more()
    {
        using var space = Create(new SpaceSettings
        {
            Calls =
            [
                new CallRule
                {
                    OnDrop = new([Await(new CallAction.Hold()), Released]),
                    On = [new CallHandler(new CallAction.Hold(), new([new ScriptStep.Failed()]))],
                },
            ],
        });
        var user = Call(space);
        space.Calls.Drop(user);

        space.Calls.Raise(user, new CallSignal.Hold());

        Assert.Equal([168101, 168110], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public void A_call_that_no_script_decides_takes_no_notice()
    {
        using var space = Create();
        var user = Call(space);

        Assert.False(space.Calls.Raise(user, new CallSignal.Hold()));
        Assert.Equal([168101], space.TakeAll(user).Select(e => e.EventId));
    }

    private static User Call(Space space)
    {
        var user = space.SignIn();
        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));
        return user;
    }

    private static Space WithHandlers(ScriptStep[] script, params CallHandler[] handlers) =>
        Create(new SpaceSettings { Calls = [new CallRule { Script = new(script), On = handlers }] });

    private static ScriptStep.Await Await(CallAction action) => new(action);

    private static ScriptStep.Await Await(CallAction action, double within, params ScriptStep[] otherwise) =>
        new(action, TimeSpan.FromSeconds(within), new(otherwise));

    private static ScriptStep.Wait Wait(double seconds) => new(TimeSpan.FromSeconds(seconds));
}
