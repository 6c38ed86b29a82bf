using CecSim.Simulation.Ivr;
using CecSim.Simulation.Tests.Calls;
using CecSim.Simulation.Tests.Phones;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;
using static CecSim.Simulation.Agents.AgentNoticeContent;
using static CecSim.Simulation.Tests.Transfers.TransferCentre;

namespace CecSim.Simulation.Tests.Transfers;

/// <summary>An agent talks to somebody else before its customer does.</summary>
public sealed class ConsultationTests
{
    private static readonly AgentInput Complete = new AgentInput.Complete();
    private static readonly AgentInput ComeBack = new AgentInput.ComeBack();

    [Fact]
    [Shows("9.3/consultation")]
    public async Task The_customer_hears_music_until_it_is_handed_over_and_then_talks_on()
    {
        using var space = Talking(out var customer);
        var leg = Join(space);

        Assert.Null(Consult(space, new TransferTarget.ToAgent(Third)));
        Assert.Equal(("Holding", "Ringing"), (space.StateOf(First), space.StateOf(Third)));
        await space.AdvanceAsync(2);
        Assert.Equal("Talking", space.StateOf(Third));
        Assert.Equal(["aside True"], leg.Told);
        Assert.Empty(space.Told(customer));

        Assert.Null(space.Agents.Ask(First, Complete));

        Assert.Equal(["aside True", "agent True", "aside False"], leg.Told);
        Assert.Equal(("WrapUp", "Talking"), (space.StateOf(First), space.StateOf(Third)));
        Assert.Equal([CallEventKind.Transferred], space.Told(customer));
        Assert.Equal("u1", space.Agents.View.Single(a => a.WorkNo == Third).Caller!.UserId);
        Assert.Equal(0, Assert.Single(Results(space)));
    }

    [Fact]
    public async Task Whoever_comes_back_has_the_customer_again_and_the_other_one_is_free()
    {
        using var space = Talking(out var customer);
        var leg = Join(space);
        Consult(space, new TransferTarget.ToAgent(Third));
        await space.AdvanceAsync(2);

        Assert.Null(space.Agents.Ask(First, ComeBack));

        Assert.Equal(("Talking", "Ready"), (space.StateOf(First), space.StateOf(Third)));
        Assert.Equal(["aside True", "aside False"], leg.Told);
        Assert.Empty(space.Told(customer));
        Assert.Empty(Results(space));
    }

    [Fact]
    public async Task Whoever_does_not_answer_leaves_the_customer_with_its_agent_who_is_told()
    {
        using var space = Talking(
            out _, With(Third, a => a with { Conduct = new() { Ignores = 1 } }));
        Consult(space, new TransferTarget.ToAgent(Third));

        Assert.Equal(AgentRefusal.SecondDoesNotAnswer, space.Agents.Ask(First, Complete));
        await space.AdvanceAsync(30);

        Assert.Equal(("Talking", "NotReady"), (space.StateOf(First), space.StateOf(Third)));
        Assert.Equal(1, Assert.Single(Results(space)));
    }

    [Fact]
    public async Task Who_hangs_up_in_the_consultation_has_handed_over()
    {
        using var space = Talking(out var customer);
        Consult(space, new TransferTarget.ToAgent(Third));
        await space.AdvanceAsync(2);

        Assert.Null(space.Agents.Ask(First, new AgentInput.Release(TimeSpan.Zero)));

        Assert.Equal(("WrapUp", "Talking"), (space.StateOf(First), space.StateOf(Third)));
        Assert.Equal([CallEventKind.Transferred], space.Told(customer));
    }

    [Theory]
    [InlineData(false, "Talking", "Ready")]
    [InlineData(true, "NotReady", "Ringing")]
    public async Task Who_hangs_up_while_it_rings_leaves_the_customer_to_who_answers_or_to_the_queue(
        bool ignores, string third, string second)
    {
        using var space = Talking(
            out _, With(Third, a => a with { Conduct = new() { Ignores = ignores ? 1 : 0 } }));
        Consult(space, new TransferTarget.ToAgent(Third));
        Assert.Null(space.Agents.Ask(First, new AgentInput.Release(TimeSpan.Zero)));
        Assert.Equal("WrapUp", space.StateOf(First));
        space.Agents.Ask(First, new AgentInput.SetNotReady(1));

        await space.AdvanceAsync(ignores ? 30 : 2);

        Assert.Equal((third, second), (space.StateOf(Third), space.StateOf(Second)));
    }

    [Fact]
    public async Task A_customer_who_leaves_ends_it_for_all()
    {
        using var space = Talking(out var customer);
        Consult(space, new TransferTarget.ToAgent(Third));
        await space.AdvanceAsync(2);

        space.Calls.Drop(customer);

        Assert.Equal(("WrapUp", "Ready"), (space.StateOf(First), space.StateOf(Third)));
    }

    [Fact]
    public async Task Phones_are_joined_to_whom_their_person_talks()
    {
        using var space = Create(Settings);
        var (one, other) = (FakeLine.Register(space, "8101"), FakeLine.Register(space, "8103"));
        space.Call("u1");
        space.Phones.PicksUp(one.Last);
        Assert.Null(Consult(space, new TransferTarget.ToAgent(Third)));
        space.Phones.Alerts(other.Last);
        Assert.Equal([PhoneSound.Ringback], one.Last.Heard);
        space.Phones.PicksUp(other.Last);
        Assert.Same(other.Last, one.Last.JoinedTo);

        space.Phones.HangsUp(one.Last);

        Assert.NotNull(one.Last.EndedBecause);
        Assert.Null(other.Last.EndedBecause);
        Assert.Same(other.Last, space.Calls.View[0].AgentPhone);
        await space.AdvanceAsync(10);
        Assert.Equal(("Ready", "Talking"), (space.StateOf(First), space.StateOf(Third)));
    }

    [Fact]
    public void A_phone_that_holds_its_customer_consults_by_a_call_of_its_own_and_joins_the_two()
    {
        using var space = Create(Settings);
        var (one, other) = (FakeLine.Register(space, "8101"), FakeLine.Register(space, "8103"));
        space.Call("u1");
        space.Phones.PicksUp(one.Last);
        var second = new FakeLeg(null, false);
        Assert.Equal(AgentRefusal.InCall, space.Phones.Dial("8101", "8103", MediaAbility.Voice, second));
        space.Phones.Holds(one.Last, isHolding: true);
        Assert.Null(space.Phones.Dial("8101", "8103", MediaAbility.Voice, second));
        space.Phones.PicksUp(other.Last);
        Assert.Same(other.Last, second.JoinedTo);
        Assert.Equal(AgentRefusal.NoTransfer, space.Phones.Refers(one.Last, new FakeLeg(null, false)));

        Assert.Null(space.Phones.Refers(one.Last, second));

        Assert.Equal([null], one.Last.Transfers);
        Assert.NotNull(second.EndedBecause);
        Assert.NotNull(one.Last.EndedBecause);
        Assert.Equal("Talking", space.StateOf(Third));
    }

    [Fact]
    public void A_number_that_leads_to_a_flow_is_one_like_any_other_beside_a_customer()
    {
        using var space = Create(Settings with
        {
            CalledRoutes = [new CalledRoute("12345", null, null) { Ivr = "menu" }],
            Ivr = new Dictionary<string, IvrFlow> { ["menu"] = new("menu", [new IvrStep.Leave(new IvrExit.HangUp())]) },
        });
        var one = FakeLine.Register(space, "8101");
        space.Call("u1");
        space.Phones.PicksUp(one.Last);
        space.Phones.Holds(one.Last, isHolding: true);

        Assert.Null(space.Phones.Dial("8101", "12345", MediaAbility.Voice, new FakeLeg(null, false)));
    }

    [Fact]
    public void A_call_of_its_own_that_the_phone_ends_leaves_the_customer_on_hold_at_it()
    {
        using var space = Create(Settings);
        var (one, other) = (FakeLine.Register(space, "8101"), FakeLine.Register(space, "8103"));
        space.Call("u1");
        space.Phones.PicksUp(one.Last);
        space.Phones.Holds(one.Last, isHolding: true);
        var second = new FakeLeg(null, false);
        space.Phones.Dial("8101", "8103", MediaAbility.Voice, second);
        space.Phones.PicksUp(other.Last);

        space.Phones.HangsUp(second);

        Assert.NotNull(other.Last.EndedBecause);
        Assert.Equal("Holding", space.StateOf(First));
        space.Phones.Holds(one.Last, isHolding: false);
        Assert.Equal("Talking", space.StateOf(First));
    }

    [Fact]
    [Shows("9.3/conference")]
    public async Task A_conference_is_told_to_both_agents_and_either_may_leave_it()
    {
        using var space = Talking(out var customer);
        Consult(space, new TransferTarget.ToAgent(Third));
        await space.AdvanceAsync(2);
        var call = space.NoticesOf(First).Select(n => n.Content).OfType<OfTalk>().First().Call;

        Assert.Null(space.Agents.Ask(First, new AgentInput.Confer()));

        Assert.Equal(
            new OfPartner(call.CallId, "8103"),
            Assert.Single(space.NoticesOf(First), n => n.EventType == "AgentEvent_Conference").Content);
        Assert.Equal("8101", Assert.Single(space.NoticesOf(Third).Select(n => n.Content).OfType<OfPartner>()).Partner);
        Assert.Equal(("Talking", "Talking"), (space.StateOf(First), space.StateOf(Third)));
        space.Agents.Ask(First, new AgentInput.Release(TimeSpan.Zero));
        Assert.Equal(("WrapUp", "Talking"), (space.StateOf(First), space.StateOf(Third)));
        Assert.Equal([CallEventKind.Transferred], space.Told(customer));
    }

    [Fact]
    public async Task A_conference_that_the_other_agent_leaves_goes_on_without_it()
    {
        using var space = Talking(out _);
        Consult(space, new TransferTarget.ToAgent(Third));
        await space.AdvanceAsync(2);
        space.Agents.Ask(First, new AgentInput.Confer());

        Assert.Null(space.Agents.Ask(Third, new AgentInput.Release(TimeSpan.Zero)));

        Assert.Equal("Talking", space.StateOf(First));
        Assert.Null(Consult(space, new TransferTarget.ToAgent(Second)));
    }

    private static AgentRefusal? Consult(Space space, TransferTarget target) =>
        space.Agents.Ask(First, new AgentInput.Consult(target));

    private static IEnumerable<int> Results(Space space) =>
        space.NoticesOf(First).Select(n => n.Content).OfType<OfResult>().Select(r => r.Result);

    private static RecordingLeg Join(Space space)
    {
        var leg = new RecordingLeg();
        Assert.Null(space.Media.Join(
            new GatewayRoute(space.Media.Domain, space.Calls.View[0].AccessCode, GatewayRoute.AnonymousCaller), leg));
        leg.Told.Clear();
        return leg;
    }
}
