namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>The extensions of a hello that this side reads or writes, with the document that defines each.</summary>
internal enum HelloExtension : ushort
{
    /// <summary>RFC 8422 section 5.1.1.</summary>
    SupportedGroups = 10,

    /// <summary>RFC 8422 section 5.1.2.</summary>
    PointFormats = 11,

    /// <summary>RFC 5246 section 7.4.1.4.1.</summary>
    SignatureAlgorithms = 13,

    /// <summary>RFC 5764 section 4.1.1.</summary>
    UseSrtp = 14,

    /// <summary>RFC 7685.</summary>
    Padding = 21,

    /// <summary>RFC 7627 section 5.1.</summary>
    ExtendedMasterSecret = 23,

    /// <summary>RFC 8446 section 4.2.1: how a client that also knows 1.3 says that it knows 1.2.</summary>
    SupportedVersions = 43,

    /// <summary>RFC 5746 section 3.2.</summary>
    RenegotiationInfo = 0xFF01,
}
