using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Calls;

public sealed class ClickToCallTests
{
    [Fact]
    public void Without_a_script_the_call_connects_at_once()
    {
        using var space = Create();
        var user = space.SignIn();

        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));

        var connected = Assert.Single(space.Take(user));
        Assert.Equal(CallEventKind.Connected, connected.Kind);
        Assert.Equal("202403015666.cecsim.test", connected.Route!.Domain);
        Assert.Matches("^17908[0-9]{10}$", connected.Route.AccessCode);
        Assert.Equal("AnonymousCard", connected.Route.Caller);
    }

    [Fact]
    public async Task A_script_sends_its_events_at_their_times()
    {
        using var space = WithScript(
            new ScriptStep.Queued(),
            Wait(3),
            new ScriptStep.Connected(),
            Wait(5),
            new ScriptStep.Released(new(0, "bye")));
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);
        var start = space.Time.ReadNow();

        await space.AdvanceAsync(8);

        List<CallEvent> events = [.. space.Take(user), .. space.Take(user), .. space.Take(user)];
        Assert.Equal(
            [CallEventKind.Queued, CallEventKind.Connected, CallEventKind.Released], events.Select(e => e.Kind));
        Assert.Equal([0.0, 3, 8], events.Select(e => (e.At - start).TotalSeconds));
        Assert.Equal(new Cause(0, "bye"), events[2].Cause);
    }

    [Fact]
    public async Task A_drop_brings_a_last_release_and_ends_the_script()
    {
        using var space = WithScript(new ScriptStep.Connected(), Wait(5), new ScriptStep.Transferred());
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);
        space.Take(user);

        Assert.Null(space.Calls.Drop(user));
        await space.AdvanceAsync(60);

        Assert.Equal(CallEventKind.Released, Assert.Single(space.Take(user)).Kind);
        Assert.False(space.Calls.Poll(user).Answer.IsCompleted);
    }

    [Fact]
    public async Task What_a_drop_brings_can_be_scripted()
    {
        var rule = new CallRule { OnDrop = new Script([Wait(2), new ScriptStep.Failed(new(7, "no"))]) };
        using var space = Create(new SpaceSettings { Calls = [rule] });
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);
        space.Take(user);

        space.Calls.Drop(user);
        var poll = space.Calls.Poll(user);
        Assert.False(poll.Answer.IsCompleted);
        var advance = space.AdvanceAsync(2);

        Assert.Equal(CallEventKind.Failed, Assert.Single(await poll.Answer).Kind);
        poll.MarkDelivered();
        await advance;
    }

    [Fact]
    public void A_drop_without_a_call_or_a_second_drop_is_refused()
    {
        using var space = Create();
        var user = space.SignIn();
        Assert.Equal(Refusal.NoCallToDrop, space.Calls.Drop(user));

        space.Calls.Create(user, MediaAbility.Voice);
        space.Calls.Drop(user);

        Assert.Equal(Refusal.NoCallToDrop, space.Calls.Drop(user));
    }

    [Fact]
    public void A_second_call_is_refused_while_one_lives()
    {
        using var space = Create();
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);

        Assert.Equal(Refusal.CallExists, space.Calls.Create(user, MediaAbility.Voice));
    }

    [Fact]
    public void A_new_call_does_not_show_the_events_that_an_earlier_call_left()
    {
        using var space = WithScript(new ScriptStep.Failed(Cause.Failed));
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);

        space.Calls.Create(user, MediaAbility.Voice);

        Assert.Single(space.Take(user));
        Assert.False(space.Calls.Poll(user).Answer.IsCompleted);
        Assert.Equal(1, space.Calls.Undelivered.DiscardedCount);
    }

    [Fact]
    public void The_first_rule_that_matches_decides()
    {
        using var space = Create(new SpaceSettings
        {
            Calls =
            [
                new CallRule { Match = new CallMatch(MediaAbility.Video), Refuse = Refusal.NoAgentsAvailable },
                new CallRule { Match = new CallMatch(UserId: "vip-*"), Script = new([new ScriptStep.Connected()]) },
                new CallRule { Script = new([new ScriptStep.Queued()]) },
            ],
        });

        Assert.Equal(Refusal.NoAgentsAvailable, space.Calls.Create(space.SignIn("vip-1"), MediaAbility.Video));
        Assert.Equal(CallEventKind.Connected, FirstEvent(space, "vip-1"));
        Assert.Equal(CallEventKind.Queued, FirstEvent(space, "u1"));
    }

    [Fact]
    public void A_channel_without_click_to_call_refuses_each_call()
    {
        using var space = Create(new SpaceSettings { Channels = [new ChannelSettings { ClickToCall = false }] });

        Assert.Equal(Refusal.ClickToCallNotSupported, space.Calls.Create(space.SignIn(), MediaAbility.Voice));
    }

    [Fact]
    [Shows("6/accesscode-alone-caller-tells")]
    public void Live_calls_have_access_codes_of_their_own()
    {
        using var space = WithScript(new ScriptStep.Connected());

        var codes = Enumerable.Range(0, 1_000).Select(i =>
        {
            var user = space.SignIn($"u{i}");
            space.Calls.Create(user, MediaAbility.Voice);
            return space.Take(user)[0].Route!.AccessCode;
        }).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public async Task A_silent_script_says_nothing_more()
    {
        using var space = WithScript(new ScriptStep.Queued(), new ScriptStep.Silent());
        var user = space.SignIn();
        space.Calls.Create(user, MediaAbility.Voice);
        space.Take(user);

        await space.AdvanceAsync(3_000);

        Assert.False(space.Calls.Poll(user).Answer.IsCompleted);
    }

    private static CallEventKind FirstEvent(Space space, string userId)
    {
        var user = space.SignIn(userId);
        space.Calls.Create(user, MediaAbility.Voice);
        return space.Take(user)[0].Kind;
    }

    private static ScriptStep.Wait Wait(double seconds) => new(TimeSpan.FromSeconds(seconds));
}
