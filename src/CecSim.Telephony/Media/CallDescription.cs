using System.Net;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Telephony.Media;

/// <summary>What a call has said of itself, version after version: RFC 3264 section 8.</summary>
internal sealed class CallDescription(
    ulong sessionId,
    IReadOnlyList<IPEndPoint> addresses,
    CertificateFingerprint fingerprint)
{
    private int _version;
    private MediaDirection _wish = MediaDirection.SendReceive;
    private MediaDirection? _offered;

    /// <summary>What an answer says of who begins the handshake: the gateway waits for it.</summary>
    public string Setup { get; init; } = "passive";

    /// <summary>As of <see cref="LocalDescription"/>.</summary>
    public bool IsLite { get; init; } = true;

    public string Answer(IceCredentials ice, LineTable lines, Offer offer, MediaSource source)
    {
        // An offer of the peer's that crosses ours takes its place: SIP has told both to try again.
        _offered = null;
        lines.Apply(offer, _wish, source);
        return Write(Setup, ice, lines.Describe());
    }

    public string Offer(IceCredentials ice, LineTable lines, MediaDirection direction)
    {
        _offered = direction;
        return Write("actpass", ice, lines.Describe(direction));
    }

    public bool Settle(SdpDescription answer, LineTable lines)
    {
        if (_offered is not { } direction || !lines.Apply(answer, direction))
        {
            return false;
        }

        _wish = direction;
        _offered = null;
        return true;
    }

    /// <summary>A lite agent is not told which of its candidates the peer checks.</summary>
    public IPEndPoint? AddressFor(IPEndPoint? peer) =>
        peer is null ? null : addresses.FirstOrDefault(a => a.AddressFamily == peer.AddressFamily) ?? addresses[0];

    private string Write(string setup, IceCredentials ice, IReadOnlyList<LocalLine> lines) =>
        new LocalDescription(sessionId, ++_version, setup, addresses, ice, fingerprint, lines)
        {
            IsLite = IsLite,
        }.Write();
}
