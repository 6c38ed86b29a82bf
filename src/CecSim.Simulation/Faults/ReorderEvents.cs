namespace CecSim.Simulation.Faults;

/// <summary>Two events change places. One that is alone waits for another, as long as a poll is held.</summary>
public sealed record ReorderEvents : EventFault
{
    internal override void Strike(IEventLine line) => line.SwapFirstTwo();
}
