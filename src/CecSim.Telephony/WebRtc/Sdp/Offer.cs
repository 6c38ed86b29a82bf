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
            var refusal = WhyNot(media, transport, lines, allowed, out var codec);
            lines.Add(new OfferedLine(media, codec, MediaDirections.Of(description, media).Reverse())
            {
                Refusal = refusal,
                Extensions = HeaderExtensions.Of(description, media),
            });
        }

        return lines;
    }

    /// <summary>Why a line is not taken, for a person to read; null when it is.</summary>
    private static string? WhyNot(
        SdpMedia media,
        OfferTransport transport,
        List<OfferedLine> before,
        IReadOnlySet<Codec> allowed,
        out OfferedCodec? codec)
    {
        codec = null;
        if (!IsLive(media))
        {
            return "the offer has it with port 0";
        }

        if (media.Kind is not ("audio" or "video"))
        {
            return $"{media.Kind} is not carried here";
        }

        if (!transport.Carries(media))
        {
            return "it is not on the one bundled transport with rtcp-mux";
        }

        // One line of each kind: packets are told apart by payload type, which two lines may share.
        if (before.Exists(l => l.IsTaken && IsLike(l, media)))
        {
            return $"the call has another line of {media.Kind}";
        }

        codec = OfferedCodec.ChooseFrom(media, allowed);
        if (codec is not null)
        {
            return null;
        }

        var wanted = string.Join(" or ", Names(media, allowed));
        return wanted.Length == 0 ? $"no {media.Kind} is wanted here" : $"none of its codecs is {wanted}";
    }

    private static IEnumerable<string> Names(SdpMedia media, IEnumerable<Codec> allowed) => allowed
        .Where(c => media.Kind.Equals(c.Kind().ToString(), StringComparison.OrdinalIgnoreCase))
        .Order()
        .Select(c => c.RtpMap().Split('/')[0]);

    private static bool IsLike(OfferedLine line, SdpMedia media) => line.Media.Kind == media.Kind;

    // Port 0 refuses a line, unless it only waits for its bundle: RFC 9143 section 6.
    private static bool IsLive(SdpMedia media) => media.Port != 0 || media.Attributes.Has("bundle-only");
}
