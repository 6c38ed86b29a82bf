namespace CecSim.Telephony.WebRtc.Sdp;

/// <summary>What a peer offers: a browser's is read as RFC 8829 section 5.10 reads it.</summary>
/// <param name="Bundle">The names of the group's lines that are taken, in its order; null without a group.</param>
internal sealed record Offer(
    PeerPath Path,
    IReadOnlyList<OfferedLine> Lines,
    IReadOnlyList<string>? Bundle)
{
    /// <summary>The path, to somebody who reads none of another kind.</summary>
    public SecuredPath Secured => (SecuredPath)Path;

    /// <summary>Of the lines that are taken.</summary>
    public IEnumerable<MediaKind> Kinds => Lines.Where(l => l.IsTaken).Select(l => l.Kind);

    /// <summary>Null when there is nothing to answer; then the two last say why.</summary>
    public static Offer? Read(string text, OfferWishes wishes, out OfferRefusal refusal, out string detail)
    {
        refusal = OfferRefusal.Malformed;
        return SdpDescription.Parse(text, out detail) is { } description
            ? Choose(description, wishes, isAnswer: false, out refusal, out detail)?.Offer
            : null;
    }

    /// <summary>The same of a browser's, and of no other.</summary>
    public static Offer? Read(string text, IReadOnlySet<Codec> allowed, out OfferRefusal refusal, out string detail) =>
        Read(text, OfferWishes.OfBrowsers(allowed), out refusal, out detail);

    /// <summary>The same of the answer to an own offer, in which it is the other side's to say who begins.</summary>
    public static (Offer Offer, OfferedTransport Transport)? ReadAnswer(
        SdpDescription description, OfferWishes wishes, out string detail)
    {
        var answer = Choose(description, wishes, isAnswer: true, out _, out detail);
        detail = detail.Replace("The offer", "The answer", StringComparison.Ordinal);
        return answer;
    }

    // All media share one transport here, so of several that are proposed one is taken: the first that brings sound.
    private static (Offer Offer, OfferedTransport Transport)? Choose(
        SdpDescription description, OfferWishes wishes, bool isAnswer, out OfferRefusal refusal, out string detail)
    {
        (refusal, detail) = (OfferRefusal.NoMedia, "The offer has no m-line with a port.");
        (Offer Offer, OfferedTransport Transport)? chosen = null;
        foreach (var (index, transport) in OfferedTransport.AllOf(description).Index())
        {
            var read = Read(description, transport, wishes, isAnswer, out var why);
            if (read is not null && (chosen is null || (HasSound(read) && !HasSound(chosen.Value.Offer))))
            {
                chosen = (read, transport);
            }

            // Where none is of use, what is wrong with one that is for RTP says more than that another is not.
            (refusal, detail) = index == 0 || refusal == OfferRefusal.PlainRtp ? why : (refusal, detail);
        }

        if (chosen is not null)
        {
            (refusal, detail) = (default, "");
        }

        return chosen;
    }

    private static bool HasSound(Offer offer) => offer.Lines.Any(l => l is { IsTaken: true, Kind: MediaKind.Audio });

    private static Offer? Read(
        SdpDescription description,
        OfferedTransport transport,
        OfferWishes wishes,
        bool isAnswer,
        out (OfferRefusal Reason, string Detail) refusal)
    {
        if (OfferedPath.Of(transport, wishes.Takes, isAnswer, out refusal) is not { } path)
        {
            return null;
        }

        // Without ICE each line has a transport of its own, all of one sort.
        var paths = description.Media.Select(m =>
            path is AddressedPath && m.Port != 0
                ? OfferedPath.Of(OfferedTransport.Of(description, m), [path.Security], isAnswer, out _)
            : transport.Holds(m) ? path
            : null).ToList();
        var lines = ReadLines(description, transport, paths, wishes);
        if (!lines.Exists(l => l.IsTaken))
        {
            refusal = NothingTaken(lines, transport, path);
            return null;
        }

        var bundle = transport.IsBundle && path is SecuredPath
            ? transport.Sections.Where(s => lines.Exists(l => ReferenceEquals(l.Media, s) && l.IsTaken))
            : null;
        var unbundled = path is AddressedPath
            ? new UnbundledPath(
                path.Security,
                lines.Zip(paths).Where(l => l.First.IsTaken)
                    .ToDictionary(l => l.First.Kind, l => (AddressedPath)l.Second!))
            : null;
        refusal = default;
        return new Offer(unbundled ?? path, lines, bundle?.Select(s => s.Mid!).ToList());
    }

    private static List<OfferedLine> ReadLines(
        SdpDescription description, OfferedTransport transport, List<PeerPath?> paths, OfferWishes wishes)
    {
        var lines = new List<OfferedLine>();
        foreach (var (media, path) in description.Media.Zip(paths))
        {
            var refusal = WhyNot(media, transport, path, lines, wishes, out var codec);
            lines.Add(new OfferedLine(media, codec, MediaDirections.Of(description, media).Reverse())
            {
                Refusal = refusal,
                Extensions = HeaderExtensions.Of(description, media),
            });
        }

        return lines;
    }

    /// <summary>Why a line is not taken, for a person to read; null when it is.</summary>
    /// <param name="path">By which it would go; null for one that is not taken.</param>
    private static string? WhyNot(
        SdpMedia media,
        OfferedTransport transport,
        PeerPath? path,
        List<OfferedLine> before,
        OfferWishes wishes,
        out OfferedCodec? codec)
    {
        codec = null;
        if (TransportRefusal.Of(media, transport, path) is { } refusal)
        {
            return refusal;
        }

        // One line of each kind: packets are told apart by payload type, which two lines may share.
        if (before.Exists(l => l.IsTaken && l.Media.Kind == media.Kind))
        {
            return $"the call has another line of {media.Kind}";
        }

        codec = OfferedCodec.ChooseFrom(media, wishes.Codecs, wishes.TakesComfortNoise);
        if (codec is not null)
        {
            return null;
        }

        var wanted = string.Join(" or ", Names(media, wishes.Codecs));
        return wanted.Length == 0 ? $"no {media.Kind} is wanted here" : $"none of its codecs is {wanted}";
    }

    private static IEnumerable<string> Names(SdpMedia media, IEnumerable<Codec> allowed) => allowed
        .Where(c => media.Kind.Equals(c.Kind().ToString(), StringComparison.OrdinalIgnoreCase))
        .Order()
        .Select(c => c.RtpMap().Split('/')[0]);

    private static (OfferRefusal Reason, string Detail) NothingTaken(
        List<OfferedLine> lines, OfferedTransport transport, PeerPath path)
    {
        var own = lines.FindAll(l => transport.Holds(l.Media));
        var lacksMultiplexing = path is SecuredPath && own.TrueForAll(
            l => !OfferedTransport.IsRtp(l.Media) || !transport.Multiplexes(l.Media));
        var why = string.Join("; ", own.Select(l => $"{l.Media.Kind}: {l.Refusal}"));
        return (
            lacksMultiplexing ? OfferRefusal.NoRtcpMux : OfferRefusal.NoCommonCodec,
            $"No m-line of the offer can be taken: {why}.");
    }
}
