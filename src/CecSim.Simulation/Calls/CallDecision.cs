namespace CecSim.Simulation.Calls;

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
