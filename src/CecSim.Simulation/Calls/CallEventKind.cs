namespace CecSim.Simulation.Calls;

/// <summary>The events of getClickToCallEvents; each value is its <c>eventId</c> (chapter 5, step 4).</summary>
public enum CallEventKind
{
    /// <summary>An event that no document knows. Only a script sends it, with an id of its own.</summary>
    Unknown = 0,
    Connected = 168101,
    Queued = 168102,
    QueueTimeout = 168103,
    Failed = 168105,
    Transferred = 168106,
    Released = 168110,
}
