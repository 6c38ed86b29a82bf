namespace CecSim.Simulation.Agents;

/// <summary>Why an agent cannot do what it was asked to.</summary>
public enum AgentRefusal
{
    Unknown,
    SignedOut,
    AlreadySignedIn,
    NotIdle,
    InCall,
    NoCallRings,
    NoCall,
    NotHolding,
    NotBusy,
    NotResting,
    NotWorking,

    /// <summary>It made the call itself: no queue could take it over.</summary>
    NotTransferable,
    QueueUnknown,

    /// <summary>It has no text session with that customer.</summary>
    NoChat,
}
