using CecSim.Telephony.WebRtc.Srtp;

namespace CecSim.Telephony.Media;

/// <summary>How a call's media stand, also after their end.</summary>
/// <param name="FingerprintMatches">
/// Whether the peer's certificate is the one that its SDP named; null while it has shown none.
/// </param>
/// <param name="Local">The candidate of the answer that is used; null before a check.</param>
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
    /// <summary>From where on what is wrong with a line is no accident of a moment.</summary>
    private const int WrongSecondsMin = 2;

    public MediaSecurity Security { get; init; }

    /// <summary>
    /// Packets that came to the ports of a phone without ICE from elsewhere than from the phone. They were passed over.
    /// </summary>
    public long Foreign { get; init; }

    /// <summary>RTP packets of no line: their payload type was never agreed on.</summary>
    public long Unclaimed { get; init; }

    /// <summary>The peer was not silent; null when sound came and nothing tells how loud it is.</summary>
    public bool? HasHeardAudio => Lines.Any(l => l.VoicedPacketsIn > 0) ? true
        : Lines.Any(l => l.IsLoudnessUnknown) ? null
        : false;

    /// <summary>A whole picture came, from which all others follow.</summary>
    public bool HasSeenVideo => Lines.Any(l => l.KeyFramesIn > 0);

    public bool HasOneWayAudio => Lines.Any(
        l => l.Kind == MediaKind.Audio
            && (l.OnlyInSeconds >= WrongSecondsMin || l.OnlyOutSeconds >= WrongSecondsMin));

    public bool HasFrozenVideo => Lines.Any(l => l.FrozenSeconds >= WrongSecondsMin);
}
