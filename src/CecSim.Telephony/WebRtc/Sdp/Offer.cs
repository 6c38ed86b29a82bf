using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.WebRtc.Dtls;

namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What a browser offers, read as RFC 8829 section 5.10 reads it.</summary>
internal sealed record Offer(IceCredentials Ice, CertificateFingerprint Fingerprint, IReadOnlyList<OfferedLine> Lines)
{
    /// <summary>Null when there is nothing to answer; then the two last say why.</summary>
    public static Offer? Read(string text, IReadOnlySet<Codec> allowed, out OfferRefusal refusal, out string detail)
    {
        refusal = OfferRefusal.Malformed;
        var description = SdpDescription.Parse(text, out detail);
        return description is null ? null : Read(description, allowed, isAnswer: false, out refusal, out detail);
    }

    /// <summary>The same of the answer to an own offer, in which it is the other side's to say who begins.</summary>
    public static Offer? ReadAnswer(SdpDescription description, IReadOnlySet<Codec> allowed, out string detail)
    {
        var answer = Read(description, allowed, isAnswer: true, out _, out detail);
        detail = detail.Replace("The offer", "The answer", StringComparison.Ordinal);
        return answer;
    }

    private static Offer? Read(
        SdpDescription description,
        IReadOnlySet<Codec> allowed,
        bool isAnswer,
        out OfferRefusal refusal,
        out string detail)
    {
        var live = description.Media.Where(IsLive).ToList();
        var transport = OfferTransport.Of(description, live, isAnswer);
        (refusal, detail) = transport.Refusal;
        if (detail.Length > 0)
        {
            return null;
        }

        var lines = ReadLines(description, transport, allowed);
        if (!lines.Exists(l => l.IsTaken))
        {
            refusal = OfferRefusal.NoCommonCodec;
            detail = "No m-line offers a codec that is wanted here over the one bundled transport with rtcp-mux.";
            return null;
        }

        return new Offer(transport.Ice!, transport.Fingerprint!, lines);
    }

    private static List<OfferedLine> ReadLines(
        SdpDescription description,
        OfferTransport transport,
        IReadOnlySet<Codec> allowed)
    {
        var lines = new List<OfferedLine>();
        foreach (var media in description.Media)
        {
            // One line of each kind: packets are told apart by payload type, which two lines may share.
            var codec = transport.Carries(media) && IsLive(media) && !lines.Exists(l => l.IsTaken && IsLike(l, media))
                ? OfferedCodec.ChooseFrom(media, allowed)
                : null;
            lines.Add(new OfferedLine(media, codec, MediaDirections.Of(description, media).Reverse()));
        }

        return lines;
    }

    private static bool IsLike(OfferedLine line, SdpMedia media) => line.Media.Kind == media.Kind;

    // Port 0 refuses a line, unless it only waits for its bundle: RFC 9143 section 6.
    private static bool IsLive(SdpMedia media) => media.Port != 0 || media.Attributes.Has("bundle-only");
}
