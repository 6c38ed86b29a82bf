namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>Why an offer is not taken. SIP answers 488 to most of them, 503 to <see cref="TooManyCalls"/>.</summary>
public enum OfferRefusal
{
    Malformed,
    NoMedia,
    PlainRtp,
    NoIce,
    NoFingerprint,
    UnknownSetup,
    NoRtcpMux,
    NoCommonCodec,
    LinesMissing,
    TooManyCalls,
    CallIsOver,

    /// <summary>RTP/SAVP without a key in the description that can be used: RFC 4568.</summary>
    NoUsableCrypto,

    /// <summary>A later offer changes from one kind of transport to another.</summary>
    OtherTransport,
}
