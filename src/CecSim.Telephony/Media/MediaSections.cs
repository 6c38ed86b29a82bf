using CecSim.Telephony.Media.Bridging;
using CecSim.Telephony.Media.Clips;
using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media;

/// <summary>
/// The m-lines of a call in the order of its descriptions, in which they stay for ever: RFC 3264 section 8.
/// </summary>
internal sealed class MediaSections(LinePaths paths, RtcInputs inputs, CallRecording? recording = null)
{
    private readonly List<CallLine> _all = [];
    private ForwardQueue? _forwardTo;

    public int Count => _all.Count;

    public IEnumerable<MediaSection> Active => _all.Select(l => l.Current).OfType<MediaSection>();

    /// <summary>RTP packets of no line, by their payload type.</summary>
    public long Unclaimed { get; private set; }

    /// <summary>Of all lines, so that a camera switched off is no hold.</summary>
    public bool AreHeldByPeer =>
        _all.Count > 0 && _all.TrueForAll(l => l.Current is null || !l.Offered.Direction.Sends());

    /// <summary>At least one line may bring something.</summary>
    public bool AreExpectant
    {
        get
        {
            foreach (var line in _all)
            {
                if (line.Current?.Direction.Receives() == true)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Takes a plain packet with room behind it. A digit when one was just pressed.</summary>
    /// <param name="sealedLength">What it was on its way; 0 where it travels in clear.</param>
    /// <param name="kind">Of the line that it is for; null where only its payload type tells.</param>
    public char? ReceiveRtp(Span<byte> buffer, int length, int sealedLength = 0, MediaKind? kind = null)
    {
        if (paths.LosesOneIn || !RtpHeader.TryRead(buffer[..length], out var header))
        {
            return null;
        }

        if (Carrying(header.PayloadType, kind) is not { } line)
        {
            Unclaimed++;
            return null;
        }

        return line.Receive(buffer, length, header, sealedLength);
    }

    /// <summary>A line has, or had, this payload type.</summary>
    public bool Carry(byte payloadType) => Carrying(payloadType, kind: null) is not null;

    public void ReceiveRtcp(ReadOnlySpan<byte> compound)
    {
        while (RtcpPacket.TryTake(ref compound, out var packet))
        {
            foreach (var line in _all)
            {
                line.ReceiveRtcp(packet);
            }
        }
    }

    public void Tick()
    {
        paths.Tick();
        foreach (var line in _all)
        {
            line.Current?.Tick();
        }
    }

    /// <summary>Tells the peer all that there is to tell, for nothing more will come.</summary>
    public void SayGoodbye()
    {
        foreach (var line in Active)
        {
            line.SayGoodbye();
        }
    }

    /// <summary>
    /// Makes the lines as the offer wants them, in so far as the gateway's own wish lets them send or receive.
    /// </summary>
    public void Apply(Offer offer, MediaDirection wish, MediaSource source)
    {
        foreach (var (index, offered) in offer.Lines.Index())
        {
            if (index == _all.Count)
            {
                _all.Add(new CallLine(offered, inputs.Clock));
            }

            var line = _all[index];
            var before = line.Current;
            line.Take(
                offered,
                wish,
                () => MediaSection.For(paths.For(offered.Kind), offered, inputs, recording, line.Sources));
            if (line.Current is { } current && current != before)
            {
                current.Join(_forwardTo);
                Play(current, source);
            }
        }
    }

    /// <summary>No sound but silence; pictures go on.</summary>
    public bool IsMuted { get; set; }

    /// <summary>What the lines receive goes there as well; null for to nobody.</summary>
    public void Join(ForwardQueue? forwardTo, MediaSource source)
    {
        _forwardTo = forwardTo;
        foreach (var line in Active)
        {
            line.Join(forwardTo);
        }

        Play(source);
    }

    /// <summary>Sends it once above all else, in the place of what was said before; null for no more of that.</summary>
    public void Say(Announcement? once)
    {
        foreach (var line in Active.OfType<AudioLine>())
        {
            line.Say(once);
        }
    }

    /// <summary>Sends it again and again in the place of the source; null for the source.</summary>
    public void Loop(Announcement? again)
    {
        foreach (var line in Active.OfType<AudioLine>())
        {
            line.Loop(again);
        }
    }

    /// <summary>Takes what the other leg of a bridge has.</summary>
    public void TakeForwarded(in ForwardedPacket packet)
    {
        var kind = packet.Kind is ForwardedKind.Picture or ForwardedKind.KeyFrameRequest
            ? MediaKind.Video
            : MediaKind.Audio;
        foreach (var line in _all)
        {
            if (line.Current is { } current && current.Codec.Codec.Kind() == kind)
            {
                current.TakeForwarded(packet);
            }
        }
    }

    /// <summary>What the line of that kind carries; null when there is none.</summary>
    public Codec? CodecOf(MediaKind kind)
    {
        foreach (var line in _all)
        {
            if (line.Current is { } current && current.Codec.Codec.Kind() == kind)
            {
                return current.Codec.Codec;
            }
        }

        return null;
    }

    public void Play(MediaSource source)
    {
        foreach (var line in Active)
        {
            Play(line, source);
        }
    }

    private void Play(MediaSection line, MediaSource source) =>
        line.Play(IsMuted && line is AudioLine ? MediaSource.Silence : source);

    /// <summary>
    /// Takes the directions of an answer, which has these lines; the other side may have left some out by port 0.
    /// </summary>
    public void Apply(SdpDescription answer, MediaDirection wish)
    {
        foreach (var (line, media) in _all.Zip(answer.Media))
        {
            var isRejected = media.Port == 0;
            var direction = isRejected ? MediaDirection.Inactive : MediaDirections.Of(answer, media).Reverse();
            line.Take(direction & wish, isRejected);
        }
    }

    /// <summary>The lines as an answer names them.</summary>
    public IReadOnlyList<LocalLine> Describe() => Describe(line => line.Direction);

    /// <summary>The lines as an offer of the gateway's own names them.</summary>
    public IReadOnlyList<LocalLine> Describe(MediaDirection direction) => Describe(_ => direction);

    /// <summary>Of each line, whatever became of it.</summary>
    public IReadOnlyList<LineReport> Report() => [.. _all.Select(l => l.Report())];

    private List<LocalLine> Describe(Func<MediaSection, MediaDirection> direction) =>
    [
        .. _all.Select(l => l.Current is { } line
            ? new LocalLine(l.Offered, direction(line), line.Ssrc) { RetransmissionSsrc = line.RetransmissionSsrc }
            : new LocalLine(l.Offered, MediaDirection.Inactive, 0)),
    ];

    // A type that a line had once may be another's now.
    private MediaSection? Carrying(byte payloadType, MediaKind? kind)
    {
        MediaSection? found = null;
        foreach (var line in _all)
        {
            if (kind is not null && kind != line.Kind)
            {
                continue;
            }

            if (line.Current?.Carries(payloadType) == true && line.Current.Codec.Uses(payloadType))
            {
                return line.Current;
            }

            found ??= line.Carrying(payloadType);
        }

        return found;
    }
}
