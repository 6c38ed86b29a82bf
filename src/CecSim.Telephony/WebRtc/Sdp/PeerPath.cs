using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What the peer's description says of the transport of its media.</summary>
internal abstract record PeerPath(MediaSecurity Security);

/// <summary>Over ICE, with keys by DTLS.</summary>
/// <param name="Fingerprints">Of the certificates that it may show.</param>
internal sealed record SecuredPath(IceCredentials Ice, PeerFingerprints Fingerprints, DtlsSetup Setup)
    : PeerPath(MediaSecurity.Dtls);

/// <summary>To an address that stands in the description: RFC 3264 section 5.1.</summary>
/// <param name="Rtp">Null where it wants nothing: the old way to hold, by the address 0.0.0.0.</param>
/// <param name="Rtcp">As a=rtcp has it, or the next port; null with <paramref name="Rtp"/>.</param>
/// <param name="Multiplexes">RTCP comes and goes by the port of RTP: RFC 5761.</param>
internal sealed record AddressedPath(
    MediaSecurity Security, IPEndPoint? Rtp, IPEndPoint? Rtcp, bool Multiplexes) : PeerPath(Security)
{
    /// <summary>What it seals with; null for media in clear.</summary>
    public SdesLine? Crypto { get; init; }
}
