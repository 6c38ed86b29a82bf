using CecSim.Telephony.Media.Lines;
using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Telephony.Media;

/// <summary>
/// The m-lines of a call in the order of its descriptions, in which they stay for ever: RFC 3264 section 8.
/// </summary>
internal sealed class LineTable(LinePaths paths, TimeProvider clock, CallRecording? recording = null)
{
    private readonly List<(OfferedLine Offered, MediaLine? Line)> _all = [];

    public IEnumerable<MediaLine> Active => _all.Where(l => l.Line is not null).Select(l => l.Line!);

    /// <summary>Of all lines, so that a camera switched off is no hold.</summary>
    public bool AreHeldByPeer => _all.TrueForAll(l => l.Line is null || !l.Offered.Direction.Sends());

    /// <summary>Takes a plain packet with room behind it. A digit when one was just pressed.</summary>
    public char? ReceiveRtp(Span<byte> buffer, int length)
    {
        if (paths.LosesOneIn
            || !RtpHeader.TryRead(buffer[..length], out var header)
            || Carrying(header.PayloadType) is not { } line)
        {
            return null;
        }

        // Before the line has it: an echo is written into the same buffer.
        if (header.PayloadType == line.Codec.PayloadType)
        {
            recording?.Take(line.Offered.Mid, line.Codec.Codec, header, header.PayloadOf(buffer[..length]));
        }

        return line.Receive(buffer, length, header);
    }

    public void ReceiveRtcp(ReadOnlySpan<byte> compound)
    {
        while (RtcpPacket.TryTake(ref compound, out var packet))
        {
            foreach (var (_, line) in _all)
            {
                line?.ReceiveRtcp(packet);
            }
        }
    }

    public void Tick()
    {
        paths.Tick();
        foreach (var (_, line) in _all)
        {
            line?.Tick();
        }
    }

    /// <summary>
    /// Makes the lines as the offer wants them, in so far as the gateway's own wish lets them send or receive.
    /// </summary>
    public void Apply(Offer offer, MediaDirection wish, MediaSource source)
    {
        for (var i = 0; i < offer.Lines.Count; i++)
        {
            var offered = offer.Lines[i];
            var line = i < _all.Count ? _all[i].Line : null;
            if (!offered.IsTaken)
            {
                line = null;
            }
            else if (line?.Continues(offered) != true)
            {
                line = MediaLine.For(paths.For(offered.Kind), offered, clock);
                line.Play(source);
            }

            line?.Change(offered, offered.Direction & wish);
            Put(i, offered, line);
        }
    }

    /// <summary>Takes the directions of an answer; the other side may have left lines out of it by port 0.</summary>
    public bool Apply(SdpDescription answer, MediaDirection wish)
    {
        if (answer.Media.Count != _all.Count)
        {
            return false;
        }

        foreach (var (index, (offered, line)) in _all.Index())
        {
            var media = answer.Media[index];
            var direction = media.Port == 0 ? MediaDirection.Inactive : MediaDirections.Of(answer, media).Reverse();
            line?.Change(offered, direction & wish);
        }

        return true;
    }

    /// <summary>The lines as an answer names them.</summary>
    public IReadOnlyList<LocalLine> Describe() => Describe(line => line.Direction);

    /// <summary>The lines as an offer of the gateway's own names them.</summary>
    public IReadOnlyList<LocalLine> Describe(MediaDirection direction) => Describe(_ => direction);

    private List<LocalLine> Describe(Func<MediaLine, MediaDirection> direction) =>
    [
        .. _all.Select(l => l.Line is null
            ? new LocalLine(l.Offered, MediaDirection.Inactive, 0)
            : new LocalLine(l.Offered, direction(l.Line), l.Line.Ssrc)),
    ];

    private MediaLine? Carrying(byte payloadType)
    {
        foreach (var (_, line) in _all)
        {
            if (line?.Carries(payloadType) == true)
            {
                return line;
            }
        }

        return null;
    }

    private void Put(int index, OfferedLine offered, MediaLine? line)
    {
        if (index < _all.Count)
        {
            _all[index] = (offered, line);
        }
        else
        {
            _all.Add((offered, line));
        }
    }
}
