using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media;

/// <summary>What a call has said of itself, version after version: RFC 3264 section 8.</summary>
internal sealed class CallDescription(RandomSource random)
{
    // RFC 8829 section 5.2.1: 63 random bits.
    private readonly ulong _sessionId = BitConverter.ToUInt64(random.Bytes(8)) >> 1;

    private int _version;
    private MediaDirection _wish = MediaDirection.SendReceive;
    private MediaDirection? _offered;
    private int _linesOffered;
    private IReadOnlyList<string>? _bundle;

    /// <param name="own">What is said of the transport.</param>
    public string Answer(LocalTransport own, MediaSections lines, Offer offer, MediaSource source)
    {
        // An offer of the peer's that crosses ours takes its place: SIP has told both to try again.
        _offered = null;
        Take(offer, lines, source);
        return Write(own, lines.Describe());
    }

    /// <summary>Makes the lines as the peer's description has them.</summary>
    public void Take(Offer offer, MediaSections lines, MediaSource source)
    {
        _bundle = offer.Bundle;
        lines.Apply(offer, _wish, source);
    }

    /// <summary>An offer before there is any line, with all that can be had.</summary>
    /// <param name="codecs">Best first.</param>
    public string FirstOffer(LocalTransport own, IReadOnlyCollection<Codec> codecs, bool hasComfortNoise = false)
    {
        var offer = new FirstOffer(_sessionId, ++_version, own, codecs) { HasComfortNoise = hasComfortNoise };
        _offered = MediaDirection.SendReceive;
        _linesOffered = offer.LinesCount;
        return offer.Write();
    }

    /// <summary>As the last that this side wanted, or what is given instead.</summary>
    public string Offer(LocalTransport own, MediaSections lines, MediaDirection? direction = null)
    {
        _offered = direction ?? _wish;
        _linesOffered = lines.Count;
        return Write(own, lines.Describe(_offered.Value));
    }

    /// <summary>Takes the answer to the last offer; false when its lines are not the offer's.</summary>
    public bool Settle(SdpDescription text, Offer answer, MediaSections lines, MediaSource source)
    {
        if (_offered is not { } direction || text.Media.Count != _linesOffered)
        {
            return false;
        }

        (_wish, _offered) = (direction, null);
        if (lines.Count == 0)
        {
            Take(answer, lines, source);
        }
        else
        {
            lines.Apply(text, direction);
        }

        return true;
    }

    private string Write(LocalTransport own, IReadOnlyList<LocalLine> lines) =>
        new LocalDescription(_sessionId, ++_version, own, lines, _bundle).Write();
}
