namespace CecSim.Simulation.Findings;

/// <summary>What a client can do that the documents forbid or that loses events.</summary>
public enum FindingKind
{
    BearerMissing,
    SecretInQuery,
    OverlappingPolls,
    EventWaited,
    EventNeverFetched,
    PolledAfterFinalEvent,
    WentOnAfterFailures,
    TimeoutShorterThanHold,
    RenewedOneToken,
    CallLeftAlone,
    InviteMismatched,
    OfferRefused,
    SipRefused,
    MediaNeverConnected,
    BarOpenTwice,
    SoftphoneMissing,
    GatewayWithoutTls,
    UndocumentedField,
    ContentTypeMissing,
    WebRtcNotSupported,
    AccessTokenSwapped,
    ValidationWithoutMessage,
}
