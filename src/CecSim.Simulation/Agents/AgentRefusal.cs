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

    /// <summary>"The skill queue selected for call transfer must be of the same type" (table 4-2).</summary>
    QueueOfOtherType,

    /// <summary>Of the queue that it would hand a call to nobody is on duty.</summary>
    QueueClosed,

    /// <summary>As many wait in that queue as may.</summary>
    QueueFull,
    TargetUnknown,

    /// <summary>It is the agent's own number.</summary>
    TargetIsSelf,
    TargetSignedOut,

    /// <summary>Who would get the call is in another one, or takes none now.</summary>
    TargetBusy,

    /// <summary>Who would get the call cannot process its type (Connection Bar, table 4-4).</summary>
    TargetOfOtherType,

    /// <summary>A quality checker is given no calls (Connection Bar, table 4-4).</summary>
    TargetTakesNoCalls,

    /// <summary>No number that could be dialled.</summary>
    NumberWrong,

    /// <summary>Only a callout agent may call numbers (Connection Bar, table 4-4).</summary>
    RoleMayNotCallOut,

    /// <summary>It has called somebody else beside its customer already.</summary>
    TransferUnderWay,

    /// <summary>It has called nobody beside its customer.</summary>
    NoTransfer,

    /// <summary>Whom it has called has not answered yet.</summary>
    SecondDoesNotAnswer,

    /// <summary>Only a quality checker may do that (Connection Bar, table 4-4).</summary>
    RoleMayNotCheck,

    /// <summary>The agent that is to be checked talks with no customer.</summary>
    TargetHasNoCall,

    /// <summary>The space has no such IVR flow.</summary>
    IvrUnknown,

    /// <summary>Only a callout agent may reject a call (Connection Bar, table 4-4).</summary>
    RoleMayNotDecline,

    /// <summary>Its phone could not ring (Connection Bar, chapter 7).</summary>
    NoSoftphone,

    /// <summary>It has no text session with that customer.</summary>
    NoChat,
}
