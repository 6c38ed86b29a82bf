namespace CecSim.Simulation.Faults;

/// <summary>The event comes later, in space time. What comes behind it waits too, so that the order stays.</summary>
public sealed record LateEvent(TimeSpan By) : EventFault
{
    internal override void Strike(IEventLine line) => line.HoldBack(By);
}
