namespace CecSim.Client;

/// <summary>What the documents say about the code of a refusal.</summary>
public enum CecRefusalMeaning
{
    /// <summary>No document has this code for this operation: see the code itself.</summary>
    Undocumented,

    /// <summary>applyToken 1, failure: the channel or the user is wrong (section 2.2).</summary>
    TokenNotApplied,

    /// <summary>createClickToCall 7: the channel does not support click-to-dial.</summary>
    ClickToCallNotSupported,

    /// <summary>createClickToCall 12: outside the working hours of the agents.</summary>
    OutsideWorkingHours,

    /// <summary>createClickToCall 13: request exception, such as no agents or a call that lives already.</summary>
    NotConnected,

    /// <summary>dropClickToCall 13: disconnect failed, for example because there is no call.</summary>
    NotDisconnected,

    /// <summary>A parameter is wrong.</summary>
    ParameterWrong,

    /// <summary>A parameter is missing.</summary>
    ParameterMissing,

    /// <summary>A file was not taken, or is not there.</summary>
    FileNotTransferred,

    /// <summary>A message that was left could not be kept.</summary>
    MessageNotSaved,

    /// <summary>The service that knows the queues failed.</summary>
    QueueServiceFailed,

    /// <summary>The token is wrong, in the words of queryQueueInfo.</summary>
    TokenWrong,

    /// <summary>There is no text session, or it has ended.</summary>
    SessionEnded,

    /// <summary>The text session waits no longer: an agent serves it.</summary>
    AlreadyWithAgent,

    /// <summary>The text session waits no longer: it was moved to an IVR.</summary>
    MovedToIvr,
}
