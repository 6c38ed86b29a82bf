using CecSim.Telephony.Media;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What may be taken of a description.</summary>
/// <param name="Takes">The kinds of transport.</param>
internal sealed record OfferWishes(IReadOnlySet<Codec> Codecs, IReadOnlyList<MediaSecurity> Takes)
{
    /// <summary>Pauses are told by packets of their own: RFC 3389.</summary>
    public bool TakesComfortNoise { get; init; }

    public static OfferWishes OfBrowsers(IReadOnlySet<Codec> codecs) => new(codecs, [MediaSecurity.Dtls]);
}
