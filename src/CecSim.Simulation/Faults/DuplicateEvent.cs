namespace CecSim.Simulation.Faults;

/// <summary>The event comes twice: the answer after the one that brings it carries it again.</summary>
public sealed record DuplicateEvent : EventFault
{
    internal override void Strike(IEventLine line) => line.RepeatFirst();
}
