using CecSim.Telephony.Media.Recording;

namespace CecSim.Telephony.Media;

/// <summary>How a call shall be answered.</summary>
public sealed record MediaOptions
{
    /// <summary>All codecs that carry sound.</summary>
    public static IReadOnlySet<Codec> SoundCodecs { get; } =
        Enum.GetValues<Codec>().Where(c => c.Kind() == MediaKind.Audio).ToHashSet();

    public MediaSource Source { get; init; } = MediaSource.Echo;

    /// <summary>
    /// Codecs that may be chosen, in whichever order the offer has them; null for all that the source has.
    /// </summary>
    public IReadOnlySet<Codec>? Codecs { get; init; }

    /// <summary>
    /// Codecs that an own offer has first, in this order; the others that may be chosen follow. An answer keeps to the
    /// order of its offer.
    /// </summary>
    public IReadOnlyList<Codec> Preferred { get; init; } = [];

    /// <summary>Of an own offer. An answer keeps to what is offered.</summary>
    public MediaSecurity Security { get; init; } = MediaSecurity.Dtls;

    /// <summary>
    /// Whether offers of phones are answered too: RTP/AVP, and RTP/SAVP with keys in the description. Else they are
    /// refused with <see cref="WebRtc.Sdp.OfferRefusal.PlainRtp"/>.
    /// </summary>
    public bool TakesPhones { get; init; }

    /// <summary>
    /// Where a phone is, as its signalling has it: of several addresses of this machine the description names the one
    /// that leads there. Null for nowhere in particular; an offer's own address comes first.
    /// </summary>
    public IPAddress? PeerAddress { get; init; }

    /// <summary>
    /// Whether pauses may be told by comfort noise (RFC 3389). It goes across a bridge to whoever has it too; to others
    /// nothing is sent meanwhile.
    /// </summary>
    public bool ComfortNoise { get; init; }

    /// <summary>What goes wrong on purpose; null for nothing.</summary>
    public MediaImpairments? Trouble { get; init; }

    /// <summary>Takes down what the peer sends; null to keep nothing of it.</summary>
    public CallRecording? Recording { get; init; }

    /// <summary>What may be taken of an offer.</summary>
    internal OfferWishes Readable =>
        new(Allowed, TakesPhones ? Enum.GetValues<MediaSecurity>() : [MediaSecurity.Dtls])
        {
            TakesComfortNoise = ComfortNoise,
        };

    /// <summary>What an own offer has, best first.</summary>
    internal IReadOnlyList<Codec> Offered =>
        [.. Preferred.Where(Allowed.Contains).Concat(Allowed.Order()).Distinct()];

    // The pattern is recorded in VP8 alone.
    internal IReadOnlySet<Codec> Allowed => Codecs ?? Enum.GetValues<Codec>()
        .Where(c => Source is MediaSource.Echo or MediaSource.Peer or MediaSource.Silence || c != Codec.H264)
        .ToHashSet();
}
