namespace CecSim.Telephony.Media;

/// <summary>What sort of transport the media of a call have.</summary>
public enum MediaSecurity
{
    /// <summary>ICE-lite on the gateway's one port, and keys by DTLS: what browsers have.</summary>
    Dtls,

    /// <summary>RTP/AVP in clear on a pair of ports of each line's own: what desk phones have.</summary>
    Plain,

    /// <summary>RTP/SAVP on a pair of ports of each line's own, with keys in the descriptions: RFC 4568.</summary>
    Sdes,

    /// <summary>Keys by DTLS on a pair of ports of each line's own, without ICE: RFC 5763.</summary>
    DtlsWithoutIce,
}
