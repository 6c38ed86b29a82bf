namespace CecSim.Simulation.Calls;

/// <summary>The events of getClickToCallEvents; each value is its <c>eventId</c> (chapter 5, step 4).</summary>
public enum CallEventKind
{
    Connected = 168101,
    Queued = 168102,
    QueueTimeout = 168103,
    Failed = 168105,
    Transferred = 168106,
    Released = 168110,
}
