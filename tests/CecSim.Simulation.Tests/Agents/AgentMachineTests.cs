namespace CecSim.Simulation.Tests.Agents;

public sealed class AgentMachineTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly AgentCall Call =
        new("1767603600-1", "AnonymousCard", "179080000537636", MediaAbility.Voice);

    private static readonly AgentState[] States =
    [
        new AgentState.SignedOut(),
        new AgentState.Ready(),
        new AgentState.NotReady(NotReadyReason.OwnWish),
        new AgentState.Resting(NotReadyReason.Rest, Now.AddMinutes(5)),
        new AgentState.Working(),
        new AgentState.Dialing(Call),
        new AgentState.Ringing(Call),
        new AgentState.Dialing(Call, PhoneStage.Invited),
        new AgentState.Dialing(Call, PhoneStage.OffHook),
        new AgentState.Ringing(Call, PhoneStage.Invited),
        new AgentState.Ringing(Call, PhoneStage.Alerting),
        new AgentState.Ringing(Call, PhoneStage.OffHook),
        new AgentState.Talking(Call),
        new AgentState.Holding(Call),
        new AgentState.WrapUp(Now.AddSeconds(5)),
    ];

    private static readonly AgentInput[] Inputs =
    [
        new AgentInput.SignIn(),
        new AgentInput.SignOut(),
        new AgentInput.SetNotReady(NotReadyReason.OwnWish),
        new AgentInput.CancelNotReady(),
        new AgentInput.SetRest(NotReadyReason.Rest, TimeSpan.FromMinutes(5)),
        new AgentInput.CancelRest(),
        new AgentInput.SetWork(),
        new AgentInput.CancelWork(),
        new AgentInput.Ring(Call),
        new AgentInput.CallOut(Call),
        new AgentInput.PhoneAlerts(),
        new AgentInput.PickUp(Answers: true),
        new AgentInput.PhoneFails(),
        new AgentInput.CustomerAlerts(),
        new AgentInput.CustomerAnswers(),
        new AgentInput.CallOutFails(),
        new AgentInput.Answer(),
        new AgentInput.Decline(),
        new AgentInput.LetRing(),
        new AgentInput.Hold(),
        new AgentInput.Retrieve(),
        new AgentInput.Release(TimeSpan.FromSeconds(5)),
        new AgentInput.CustomerRelease(TimeSpan.FromSeconds(5)),
        new AgentInput.Transfer(new TransferTarget.ToAgent(102)),
        new AgentInput.Consult(new TransferTarget.ToAgent(102)),
        new AgentInput.Complete(),
        new AgentInput.ComeBack(),
        new AgentInput.Confer(),
        new AgentInput.TakeOver(Call),
        new AgentInput.ForceNotReady(),
        new AgentInput.ForceReady(),
        new AgentInput.InsideCallFails(),
        new AgentInput.Tick(),
    ];

    [Fact]
    public void Every_input_has_an_answer_in_every_state()
    {
        foreach (var state in States)
        {
            Assert.All(Inputs, input => Assert.NotNull(AgentMachine.Decide(state, input, Now)));
        }
    }

    [Fact]
    public void The_lists_of_states_and_inputs_are_complete()
    {
        Assert.Equal(Nested(typeof(AgentState)), States.Select(s => s.GetType().Name).Distinct().Order());
        Assert.Equal(Nested(typeof(AgentInput)), Inputs.Select(i => i.GetType().Name).Order());

        static IEnumerable<string> Nested(Type type) => type.GetNestedTypes().Select(t => t.Name).Order();
    }

    [Fact]
    public void Everything_but_signing_in_is_refused_while_signed_out() => Assert.All(
        Inputs.Where(i => i is not (AgentInput.SignIn or AgentInput.Tick)),
        input => Assert.Equal(
            new AgentDecision.Refused(AgentRefusal.SignedOut),
            AgentMachine.Decide(new AgentState.SignedOut(), input, Now)));

    [Fact]
    public void A_call_rings_only_at_an_idle_agent() => Assert.Equal(
        ["Ready"],
        States.Where(s => AgentMachine.Decide(s, new AgentInput.Ring(Call), Now) is AgentDecision.Accepted)
            .Select(s => s.GetType().Name));

    [Fact]
    public void An_agent_in_a_call_can_neither_leave_nor_rest()
    {
        AgentInput[] inputs =
            [new AgentInput.SignOut(), new AgentInput.SetNotReady(1), new AgentInput.SetRest(4, TimeSpan.Zero)];

        foreach (var state in States.Where(s => s is AgentState.Ringing or AgentState.Talking or AgentState.Holding))
        {
            Assert.All(inputs, i => Assert.Equal(
                new AgentDecision.Refused(AgentRefusal.InCall), AgentMachine.Decide(state, i, Now)));
        }
    }

    [Theory]
    [InlineData("ring, answer, hold, retrieve, release, tick", """
        AgentState_Busy
        AgentOther_PhoneAlerting
        AgentEvent_Ringing
        AgentEvent_Talking
        AgentEvent_Hold
        AgentEvent_Customer_Alerting
        AgentEvent_Talking
        AgentEvent_Call_Release
        AgentEvent_Customer_Release
        AgentOther_PhoneRelease
        AgentState_Work
        AgentState_Ready
        """)]
    [InlineData("ring, decline, cancelNotReady", """
        AgentState_Busy
        AgentOther_PhoneAlerting
        AgentEvent_Ringing
        AgentEvent_Call_Release
        AgentEvent_Customer_Release
        AgentOther_PhoneRelease
        AgentState_SetNotReady_Success
        AgentState_CancelNotReady_Success
        AgentState_Ready
        """)]
    [InlineData("ring, customerRelease", """
        AgentState_Busy
        AgentOther_PhoneAlerting
        AgentEvent_Ringing
        AgentEvent_Call_Release
        AgentEvent_Customer_Release
        AgentOther_PhoneRelease
        AgentState_Ready
        """)]
    [InlineData("setRest, tick, tick, cancelRest", """
        AgentState_SetRest_Success
        AgentState_Rest_Timeout
        AgentState_CancelRest_Success
        AgentState_Ready
        """)]
    [InlineData("setNotReady, cancelNotReady, setWork, cancelWork", """
        AgentState_SetNotReady_Success
        AgentState_CancelNotReady_Success
        AgentState_Ready
        AgentState_SetWork_Success
        AgentState_CancelWork_Success
        AgentState_Ready
        """)]
    [Shows(
        "9.3/simulated-agents-too", "9.3/order-incoming",
        "9.3/order-of-end", "9.3/work-before-ready")]
    public void Each_change_tells_the_documented_events_in_their_order(string inputs, string events)
    {
        AgentState state = new AgentState.Ready();
        List<string> told = [];
        foreach (var name in inputs.Split(", "))
        {
            var input = Inputs.Single(i => i.GetType().Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            var accepted = Assert.IsType<AgentDecision.Accepted>(AgentMachine.Decide(state, input, Now.AddHours(1)));
            told.AddRange(accepted.Notices.Select(n => n.EventType));
            state = accepted.Next is AgentState.Resting { ReminderAt: not null } rest
                ? rest with { ReminderAt = Now }
                : accepted.Next is AgentState.WrapUp ? new AgentState.WrapUp(Now) : accepted.Next;
        }

        Assert.Equal(events.ReplaceLineEndings("\n").Split('\n'), told);
    }

    [Fact]
    [Shows("9.3/work-before-ready")]
    public void Wrap_up_ends_when_its_time_is_up_and_not_a_tick_sooner()
    {
        var wrapUp = new AgentState.WrapUp(Now);

        Assert.Equal(wrapUp, Next(wrapUp, Now.AddTicks(-1)));
        Assert.IsType<AgentState.Ready>(Next(wrapUp, Now));

        static AgentState Next(AgentState state, DateTimeOffset now) =>
            Assert.IsType<AgentDecision.Accepted>(AgentMachine.Decide(state, new AgentInput.Tick(), now)).Next;
    }

    [Fact]
    [Shows("9.3/work-before-ready")]
    public void Without_a_wrap_up_time_the_agent_is_idle_at_once() => Assert.IsType<AgentState.Ready>(
        Assert.IsType<AgentDecision.Accepted>(AgentMachine.Decide(
            new AgentState.Talking(Call), new AgentInput.Release(TimeSpan.Zero), Now)).Next);
}
