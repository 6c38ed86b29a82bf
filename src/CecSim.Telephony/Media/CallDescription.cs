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
    private IReadOnlyList<string>? _bundle;

    /// <summary>As of <see cref="LocalDescription"/>.</summary>
    public bool IsLite { get; init; } = true;

    /// <param name="isClient">This side begins the DTLS handshake.</param>
    public string Answer(IceCredentials ice, LineTable lines, Offer offer, MediaSource source, bool isClient)
    {
        // An offer of the peer's that crosses ours takes its place: SIP has told both to try again.
        _offered = null;
        Take(offer, lines, source);
        return Write(isClient ? DtlsSetup.Active : DtlsSetup.Passive, ice, lines.Describe());
    }

    /// <summary>Makes the lines as the peer's description has them.</summary>
    public void Take(Offer offer, LineTable lines, MediaSource source)
    {
        _bundle = offer.Bundle;
        lines.Apply(offer, _wish, source);
    }

    public string Offer(IceCredentials ice, LineTable lines, MediaDirection direction)
    {
        _offered = direction;
        return Write(DtlsSetup.ActPass, ice, lines.Describe(direction));
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

    private string Write(DtlsSetup setup, IceCredentials ice, IReadOnlyList<LocalLine> lines) =>
        new LocalDescription(sessionId, ++_version, setup, addresses, ice, fingerprint, lines, _bundle)
        {
            IsLite = IsLite,
        }.Write();
}
