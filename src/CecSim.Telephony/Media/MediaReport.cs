using System.Net;
using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Dtls;
using CecSim.Telephony.WebRtc.Srtp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media;

/// <summary>How a call's media stand, also after their end.</summary>
/// <param name="FingerprintMatches">
/// Whether the peer's certificate is the one that its SDP named; null while it has shown none.
/// </param>
/// <param name="Local">The candidate of the answer that is of the peer's kind of address; null before a check.</param>
/// <param name="Rejected">Packets that were forged, replayed or damaged.</param>
/// <param name="ConnectedAfter">From the acceptance of the offer to the end of the handshake.</param>
public sealed record MediaReport(
    string CallId,
    MediaSource Source,
    IceState Ice,
    DtlsState Dtls,
    string? DtlsReason,
    SrtpProfile? Profile,
    bool? FingerprintMatches,
    IPEndPoint? Local,
    IPEndPoint? Remote,
    TransportEnd? End,
    long Rejected,
    TimeSpan? ConnectedAfter,
    IReadOnlyList<LineReport> Lines)
{
    /// <summary>From where on a line that only one side uses is no accident of a call's begin or end.</summary>
    private const int WrongSecondsMin = 2;

    /// <summary>The peer was not silent.</summary>
    public bool HasHeardAudio => Lines.Any(l => l.VoicedPacketsIn > 0);

    /// <summary>A whole picture came, from which all others follow.</summary>
    public bool HasSeenVideo => Lines.Any(l => l.KeyFramesIn > 0);

    public bool HasOneWayAudio => Lines.Any(
        l => l.Codec.Kind() == MediaKind.Audio
            && (l.OnlyInSeconds >= WrongSecondsMin || l.OnlyOutSeconds >= WrongSecondsMin));

    public bool HasFrozenVideo => Lines.Any(l => l.FrozenSeconds >= WrongSecondsMin);
}
