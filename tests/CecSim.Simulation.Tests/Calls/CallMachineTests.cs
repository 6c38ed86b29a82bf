namespace CecSim.Simulation.Tests.Calls;

public sealed class CallMachineTests
{
    private static readonly CallInput[] Inputs =
    [
        new CallInput.StartQueuing(),
        new CallInput.Connect(),
        new CallInput.Transfer(),
        new CallInput.Release(Cause.Released),
        new CallInput.QueueTimeout(Cause.QueueTimeout),
        new CallInput.Fail(Cause.Failed),
        new CallInput.UnknownEvent(168199, IsFinal: false),
        new CallInput.UnknownEvent(168199, IsFinal: true),
        new CallInput.Drop(),
    ];

    [Fact]
    public void Every_input_has_an_answer_in_every_state()
    {
        foreach (var state in Enum.GetValues<CallState>())
        {
            Assert.All(Inputs, input => Assert.NotNull(CallMachine.Decide(state, input)));
        }
    }

    [Fact]
    public void The_list_of_inputs_is_complete() => Assert.Equal(
        typeof(CallInput).GetNestedTypes().Select(t => t.Name).Order(),
        Inputs.Select(i => i.GetType().Name).Distinct().Order());

    [Fact]
    [Shows("5.3/final-events")]
    public void Nothing_happens_to_a_call_that_has_ended() => Assert.All(
        Inputs, input => Assert.IsType<CallDecision.Refused>(CallMachine.Decide(CallState.Ended, input)));

    [Fact]
    [Shows("5.3/events-nobody-knows")]
    public void Only_a_surprise_brings_an_event_that_nobody_knows() => Assert.All(
        from state in Enum.GetValues<CallState>()
        from input in Inputs
        where input is not CallInput.UnknownEvent
        select CallMachine.Decide(state, input) as CallDecision.Accepted,
        decision => Assert.False(decision?.Event is CallEventKind.Unknown));

    [Fact]
    public void A_dropped_call_can_only_end()
    {
        var accepted = Inputs.Select(i => CallMachine.Decide(CallState.Dropped, i)).OfType<CallDecision.Accepted>();

        Assert.Equal(
            [CallEventKind.Released, CallEventKind.QueueTimeout, CallEventKind.Failed, CallEventKind.Unknown],
            accepted.Where(a => a.Next == CallState.Ended).Select(a => a.Event!.Value));
        Assert.Equal(4, accepted.Count());
        Assert.IsType<CallDecision.Refused>(
            CallMachine.Decide(CallState.Dropped, new CallInput.UnknownEvent(168199, IsFinal: false)));
    }
}
