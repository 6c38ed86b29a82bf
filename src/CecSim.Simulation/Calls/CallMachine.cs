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
        (CallState.Dropped, UnknownEvent { IsFinal: true }) => new Accepted(CallState.Ended, CallEventKind.Unknown),
        (CallState.Dropped, _) => new Refused(),

        (_, Drop) => new Accepted(CallState.Dropped, Event: null),
        (_, StartQueuing) => new Accepted(CallState.Queuing, CallEventKind.Queued),
        (_, Connect) => new Accepted(CallState.Connected, CallEventKind.Connected),

        // A transfer moves a queuing call to another queue and a connected one to another agent.
        (_, Transfer) => new Accepted(state, CallEventKind.Transferred),
        (_, Release e) => new Accepted(CallState.Ended, CallEventKind.Released, e.Cause),
        (_, QueueTimeout e) => new Accepted(CallState.Ended, CallEventKind.QueueTimeout, e.Cause),
        (_, Fail e) => new Accepted(CallState.Ended, CallEventKind.Failed, e.Cause),
        (_, UnknownEvent e) => new Accepted(e.IsFinal ? CallState.Ended : state, CallEventKind.Unknown),

        _ => throw new InvalidOperationException($"No rule for {input} in {state}."),
    };
}

/// <summary>What can happen to a call.</summary>
public abstract record CallInput
{
    private CallInput()
    {
    }

    public sealed record StartQueuing : CallInput;

    public sealed record Connect : CallInput;

    public sealed record Transfer : CallInput;

    public sealed record Release(Cause Cause) : CallInput;

    public sealed record QueueTimeout(Cause Cause) : CallInput;

    public sealed record Fail(Cause Cause) : CallInput;

    /// <summary>A script sends an event that no document knows.</summary>
    public sealed record UnknownEvent(int EventId, bool IsFinal) : CallInput;

    /// <summary>The customer hangs up by dropClickToCall.</summary>
    public sealed record Drop : CallInput;
}

/// <summary>Where a click-to-call stands.</summary>
public enum CallState
{
    /// <summary>Accepted; nothing has been told to the client.</summary>
    Created,
    Queuing,

    /// <summary>An agent is reserved and the gateway route exists (event 168101).</summary>
    Connected,

    /// <summary>The customer dropped it; the last event may be still to come.</summary>
    Dropped,
    Ended,
}

/// <summary>What the machine answers: the next state with the event to send, or that the input has no effect.</summary>
public abstract record CallDecision
{
    private CallDecision()
    {
    }

    /// <param name="Event">Null when the client is told nothing.</param>
    public sealed record Accepted(CallState Next, CallEventKind? Event, Cause? Cause = null) : CallDecision;

    public sealed record Refused : CallDecision;
}
