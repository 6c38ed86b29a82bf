namespace CecSim.Simulation.Faults;

/// <summary>The event leaves the mailbox as if it had been written, and the connection dies.</summary>
public sealed record DropConnectionAfterTakingEvent : EventFault
{
    internal override void Strike(IEventLine line) => line.LoseAnswer();
}
