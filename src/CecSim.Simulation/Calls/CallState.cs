namespace CecSim.Simulation.Calls;

/// <summary>Where a click-to-call stands.</summary>
public enum CallState
{
    /// <summary>Accepted; nothing has been told to the client.</summary>
    Created,
    Queuing,

    /// <summary>An agent is reserved and the gateway route exists (event 168101).</summary>
    Connected,

    /// <summary>The customer dropped it; the last event may be still to come.</summary>
    Dropped,
    Ended,
}
