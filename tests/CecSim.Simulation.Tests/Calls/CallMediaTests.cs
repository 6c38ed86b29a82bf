using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Calls;

/// <summary>Media and the call that they are for: signalling, media and call end together.</summary>
public sealed class CallMediaTests
{
    private static readonly ScriptStep Connected = new ScriptStep.Connected();
    private static readonly ScriptStep.Wait Hour = new(TimeSpan.FromHours(1));

    [Fact]
    public void A_number_is_expected_from_the_event_that_tells_it_to_the_end_of_the_call()
    {
        using var space = WithScript(new ScriptStep.Queued(), new ScriptStep.Await(new CallAction.Poll()), Connected);
        var user = Call(space);
        var code = space.Calls.View[0].AccessCode;

        Assert.False(space.Media.Expects(code));
        space.TakeAll(user);
        Assert.True(space.Media.Expects(code));
        Assert.Equal((user, null), (space.Media.UserOf(code), space.Media.UserOf("17908")));
        space.Calls.Drop(user);
        Assert.False(space.Media.Expects(code));
        Assert.Null(space.Media.UserOf(code));
    }

    [Fact]
    public void An_invite_that_differs_from_what_the_event_told_is_refused_and_says_in_what()
    {
        using var space = WithScript(Connected);
        var route = RouteOf(space, Call(space));

        Assert.Null(space.Media.Judge(route));
        Assert.Null(space.Media.Judge(route with { Domain = route.Domain.ToUpperInvariant() }));
        Assert.Equal(MediaRefusal.WrongDomain, space.Media.Judge(route with { Domain = "elsewhere.test" }));
        Assert.Equal(MediaRefusal.NoSuchCall, space.Media.Judge(route with { AccessCode = "179080000000000" }));
        Assert.Equal(MediaRefusal.WrongCaller, space.Media.Judge(route with { Caller = "Ann" }));
        var found = Assert.Single(space.Monitor.Read());
        Assert.Equal(("invite-mismatched", 3), (found.Rule.Code, found.Count));
    }

    [Fact]
    public void A_second_invite_for_a_call_that_has_its_media_is_refused_and_no_mistake_of_the_client()
    {
        using var space = WithScript(Connected);
        var route = RouteOf(space, Call(space));

        Assert.Null(space.Media.Join(route, new RecordingLeg()));
        var second = new RecordingLeg();
        Assert.Equal(MediaRefusal.AlreadyJoined, space.Media.Join(route, second));

        Assert.Empty(second.Told);
        Assert.Empty(space.Monitor.Read());
    }

    [Fact]
    public void A_call_that_is_over_is_told_apart_from_one_that_never_was()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var route = RouteOf(space, user);

        space.Calls.Drop(user);

        Assert.Equal(MediaRefusal.CallOver, space.Media.Judge(route));
        Assert.Empty(space.Monitor.Read());
    }

    [Fact]
    public void Media_are_told_their_call_and_that_an_agent_is_there_and_their_end_with_the_calls()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var leg = Join(space, user);

        space.Calls.Drop(user);

        Assert.Equal(["joins 1", "agent True", "ended"], leg.Told);
        Assert.Same(leg, space.Calls.View[0].Leg);
    }

    [Fact]
    public async Task Media_that_came_in_time_are_not_waited_for_any_more()
    {
        using var late = Create(Scripted(Connected) with { MediaWithin = TimeSpan.FromSeconds(5) });
        using var inTime = Create(Scripted(Connected, Hour) with { MediaWithin = TimeSpan.FromSeconds(5) });
        var (without, with) = (Call(late), Call(inTime));
        late.Take(without);
        Join(inTime, with);

        await late.AdvanceAsync(5);
        await inTime.AdvanceAsync(5);

        var failed = Assert.Single(late.TakeAll(without));
        Assert.Equal((168105, 7), (failed.EventId, failed.Cause!.CauseId));
        Assert.Empty(inTime.TakeAll(with));
    }

    [Theory]
    [InlineData(MediaEnding.HungUp, 168110, -1)]
    [InlineData(MediaEnding.SignallingLost, 168110, 3)]
    [InlineData(MediaEnding.NotAnswering, 168110, 3)]
    [InlineData(MediaEnding.ConsentLost, 168110, 3)]
    [InlineData(MediaEnding.MediaMissing, 168110, 3)]
    [InlineData(MediaEnding.HandshakeFailed, 168110, 3)]
    [InlineData(MediaEnding.NeverConnected, 168105, 7)]
    public void Media_that_end_end_their_call_with_a_cause_of_their_own(MediaEnding ending, int eventId, int causeId)
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var code = RouteOf(space, user).AccessCode;
        var leg = new RecordingLeg();
        Assert.Null(space.Media.Join(new(space.Media.Domain, code, GatewayRoute.AnonymousCaller), leg));

        space.Media.Leave(code, new RecordingLeg(), ending);
        Assert.Empty(space.TakeAll(user));
        space.Media.Leave(code, leg, ending);
        space.Media.Leave(code, leg, ending);

        var last = Assert.Single(space.TakeAll(user));
        Assert.Equal((eventId, causeId), (last.EventId, last.Cause!.CauseId));
        Assert.DoesNotContain("ended", leg.Told);
    }

    [Fact]
    public void Media_are_exchanged_only_for_those_that_are_there()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var code = RouteOf(space, user).AccessCode;
        var (first, second) = (new RecordingLeg(), new RecordingLeg());
        space.Media.Join(new(space.Media.Domain, code, GatewayRoute.AnonymousCaller), first);

        Assert.False(space.Media.Exchange(code, second, second));
        Assert.False(space.Media.Exchange("17908", first, second));
        Assert.True(space.Media.Exchange(code, first, second));
        space.Calls.Drop(user);

        Assert.Equal(["joins 1", "agent True"], first.Told);
        Assert.Equal(["joins 1", "agent True", "ended"], second.Told);
        Assert.False(space.Media.Exchange(code, second, first));
    }

    [Fact]
    public void What_media_do_moves_the_script_of_their_own_call_and_of_no_other()
    {
        using var space = WithScript(
            Connected, new ScriptStep.Await(new CallAction.Hold()), new ScriptStep.Transferred());
        var user = Call(space);
        var code = RouteOf(space, user).AccessCode;
        var leg = new RecordingLeg();
        space.Media.Join(new(space.Media.Domain, code, GatewayRoute.AnonymousCaller), leg);

        space.Media.Raise(code, new RecordingLeg(), new CallSignal.Hold());
        space.Media.Raise("17908", leg, new CallSignal.Hold());
        Assert.Empty(space.TakeAll(user));
        space.Media.Raise(code, leg, new CallSignal.Hold());

        Assert.Equal([168106], space.TakeAll(user).Select(e => e.EventId));
    }

    [Fact]
    public async Task Media_that_are_made_to_fail_end_the_call_and_media_that_lost_their_signalling_do_not()
    {
        using var space = WithScript(Connected, Hour);
        var user = Call(space);
        var code = RouteOf(space, user).AccessCode;
        var leg = new RecordingLeg();
        space.Media.Join(new(space.Media.Domain, code, GatewayRoute.AnonymousCaller), leg);
        space.Media.DropAfter(TimeSpan.FromSeconds(1), code, leg);
        space.Media.FailAfter(TimeSpan.FromSeconds(2), code, leg);
        space.Media.FailAfter(TimeSpan.Zero, code, new RecordingLeg());
        space.Media.FailAfter(TimeSpan.Zero, "17908", leg);

        await space.AdvanceAsync(1);
        Assert.Equal("drops", leg.Told[^1]);
        Assert.Empty(space.TakeAll(user));
        await space.AdvanceAsync(1);

        var failed = Assert.Single(space.TakeAll(user));
        Assert.Equal((168105, 3), (failed.EventId, failed.Cause!.CauseId));
        Assert.Equal("ended", leg.Told[^1]);
    }

    [Fact]
    public async Task What_was_to_happen_to_media_does_not_when_the_call_is_over()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var code = RouteOf(space, user).AccessCode;
        var leg = new RecordingLeg();
        space.Media.Join(new(space.Media.Domain, code, GatewayRoute.AnonymousCaller), leg);
        space.Media.DropAfter(TimeSpan.FromSeconds(1), code, leg);

        space.Calls.Drop(user);
        await space.AdvanceAsync(5);

        Assert.Equal("ended", leg.Told[^1]);
    }

    [Fact]
    public void The_last_ten_refusals_of_a_call_stay_with_it()
    {
        using var space = WithScript(Connected);
        var user = Call(space);
        var code = RouteOf(space, user).AccessCode;

        for (var i = 1; i <= 11; i++)
        {
            Assert.Same(user, space.Media.NoteRefusal(code, "INVITE", 400 + i, "by a test"));
        }

        Assert.Null(space.Media.NoteRefusal("17908", "INVITE", 404, "nobody's"));
        Assert.Equal(Enumerable.Range(402, 10), space.Calls.View[0].Refusals.Select(r => r.Status));
    }

    private static User Call(Space space)
    {
        var user = space.SignIn();
        Assert.Null(space.Calls.Create(user, MediaAbility.Voice));
        return user;
    }

    private static GatewayRoute RouteOf(Space space, User user) => space.Take(user)[0].Route!;

    private static RecordingLeg Join(Space space, User user)
    {
        var leg = new RecordingLeg();
        Assert.Null(space.Media.Join(RouteOf(space, user), leg));
        return leg;
    }
}
