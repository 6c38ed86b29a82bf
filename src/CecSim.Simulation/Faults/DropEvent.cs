namespace CecSim.Simulation.Faults;

/// <summary>The event is taken and never arrives. The poll goes on waiting.</summary>
public sealed record DropEvent : EventFault
{
    internal override void Strike(IEventLine line) => line.DropFirst();
}
