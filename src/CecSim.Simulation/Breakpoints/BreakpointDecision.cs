namespace CecSim.Simulation.Breakpoints;

/// <summary>What becomes of a message that stood at a breakpoint.</summary>
public abstract record BreakpointDecision
{
    private BreakpointDecision()
    {
    }

    /// <summary>It goes on as it is.</summary>
    public sealed record GoOn : BreakpointDecision;

    /// <summary>In place of the request's own answer, or of the INVITE.</summary>
    /// <param name="Status">Null for that of the answer itself, or 200.</param>
    /// <param name="Body">Null for that of the answer itself, or none; the reason of a refused INVITE.</param>
    /// <param name="ContentType">Null for that of the answer itself, or JSON.</param>
    public sealed record Answer(int? Status, string? Body, string? ContentType) : BreakpointDecision;

    /// <summary>
    /// The connection of a request is reset, events in its answer stay; an event never arrives; an INVITE has no
    /// answer.
    /// </summary>
    public sealed record Drop : BreakpointDecision;
}
