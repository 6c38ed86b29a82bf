namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>Who begins the DTLS handshake, as whoever writes a description has it: RFC 4145 section 4.</summary>
internal enum DtlsSetup
{
    /// <summary>Either; the answer decides.</summary>
    ActPass,

    /// <summary>Its writer.</summary>
    Active,

    /// <summary>Whoever reads it.</summary>
    Passive,
}
