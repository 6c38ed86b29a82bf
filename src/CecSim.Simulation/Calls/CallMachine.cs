using static CecSim.Simulation.Calls.CallDecision;
using static CecSim.Simulation.Calls.CallInput;

namespace CecSim.Simulation.Calls;

/// <summary>The life of a click-to-call as one pure function: the table below is the whole rule.</summary>
public static class CallMachine
{
    public static CallDecision Decide(CallState state, CallInput input) => (state, input) switch
    {
        (CallState.Ended, _) => new Refused(),

        // After the drop only the end is still to be told.
        (CallState.Dropped, Release e) => new Accepted(CallState.Ended, CallEventKind.Released, e.Cause),
        (CallState.Dropped, QueueTimeout e) => new Accepted(CallState.Ended, CallEventKind.QueueTimeout, e.Cause),
        (CallState.Dropped, Fail e) => new Accepted(CallState.Ended, CallEventKind.Failed, e.Cause),
        (CallState.Dropped, Surprise { IsFinal: true }) => new Accepted(CallState.Ended, CallEventKind.Unknown),
        (CallState.Dropped, _) => new Refused(),

        (_, Drop) => new Accepted(CallState.Dropped, Event: null),
        (_, StartQueuing) => new Accepted(CallState.Queuing, CallEventKind.Queued),
        (_, Connect) => new Accepted(CallState.Connected, CallEventKind.Connected),

        // A transfer moves a queuing call to another queue and a connected one to another agent.
        (_, Transfer) => new Accepted(state, CallEventKind.Transferred),
        (_, Release e) => new Accepted(CallState.Ended, CallEventKind.Released, e.Cause),
        (_, QueueTimeout e) => new Accepted(CallState.Ended, CallEventKind.QueueTimeout, e.Cause),
        (_, Fail e) => new Accepted(CallState.Ended, CallEventKind.Failed, e.Cause),
        (_, Surprise e) => new Accepted(e.IsFinal ? CallState.Ended : state, CallEventKind.Unknown),

        _ => throw new InvalidOperationException($"No rule for {input} in {state}."),
    };
}
