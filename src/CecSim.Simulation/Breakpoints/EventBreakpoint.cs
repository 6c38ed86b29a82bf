namespace CecSim.Simulation.Breakpoints;

/// <summary>Where the events of one line stand.</summary>
internal sealed record EventBreakpoint(HeldMessages Held, CecOperation Operation, FaultTargetUser? Who)
{
    /// <summary>Only for code that has entered; it is told the decision in the same way.</summary>
    /// <returns>Null when it does not stand, but goes on.</returns>
    public HeldMessages.Held? Hold(object item, Action<BreakpointDecision> decided) =>
        Held.Hold(new PausedMessage(PauseStage.Event, Operation, Who) { Event = item }, decided);
}
