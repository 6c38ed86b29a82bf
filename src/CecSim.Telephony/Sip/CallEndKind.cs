namespace CecSim.Telephony.Sip;

/// <summary>Who or what ended a call. In one that this side began, "the caller" is the phone that was called.</summary>
public enum CallEndKind
{
    /// <summary>The caller sent BYE.</summary>
    CallerHungUp,

    /// <summary>The caller sent CANCEL while it rang.</summary>
    CallerCancelled,

    /// <summary>The application hung up.</summary>
    HungUp,

    /// <summary>The application refused the INVITE, or failed to decide on it.</summary>
    Refused,

    /// <summary>Nobody decided on the INVITE in time.</summary>
    NotAnswered,

    /// <summary>The caller never acknowledged the answer (RFC 3261, section 13.3.1.4).</summary>
    NotAcknowledged,

    /// <summary>The caller's ACK did not answer the offer that it had asked for (section 13.2.1).</summary>
    AnswerUnusable,

    /// <summary>The caller's connection is gone.</summary>
    FlowLost,

    /// <summary>The caller answered a request of ours with 408 or 481 (section 12.2.1.2), or not at all.</summary>
    CallerGone,

    /// <summary>CecSim failed inside, which is a defect.</summary>
    Failed,

    /// <summary>The server stops.</summary>
    ServerStops,
}
