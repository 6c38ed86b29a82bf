using CecSim.Telephony.Media;
using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What the peer's description says of the transport of its media.</summary>
internal abstract record PeerPath(MediaSecurity Security);

/// <summary>Over ICE, with keys by DTLS.</summary>
/// <param name="Fingerprints">Of the certificates that it may show.</param>
internal sealed record SecuredPath(IceCredentials Ice, PeerFingerprints Fingerprints, DtlsSetup Setup)
    : PeerPath(MediaSecurity.Dtls);

/// <summary>Each line to an address and by keys of its own.</summary>
/// <param name="Lines">Those that are taken.</param>
internal sealed record UnbundledPath(MediaSecurity Security, IReadOnlyDictionary<MediaKind, AddressedPath> Lines)
    : PeerPath(Security)
{
    /// <summary>Where the first of them is; null where it is not said.</summary>
    public IPAddress? Address => Lines.Values.Select(l => l.Rtp?.Address).FirstOrDefault(a => a is not null);
}

/// <summary>To an address that stands in the description: RFC 3264 section 5.1.</summary>
/// <param name="Rtp">Null where it wants nothing: the old way to hold, by the address 0.0.0.0.</param>
/// <param name="Rtcp">As a=rtcp has it, or the next port; null with <paramref name="Rtp"/>.</param>
/// <param name="Multiplexes">RTCP comes and goes by the port of RTP: RFC 5761.</param>
internal sealed record AddressedPath(
    MediaSecurity Security, IPEndPoint? Rtp, IPEndPoint? Rtcp, bool Multiplexes) : PeerPath(Security)
{
    /// <summary>What it seals with; null where no description has the keys.</summary>
    public SdesLine? Crypto { get; init; }

    /// <summary>Of the certificates that it may show; null without a handshake.</summary>
    public PeerFingerprints? Fingerprints { get; init; }

    public DtlsSetup Setup { get; init; }
}
