using CecSim.Telephony.Media.Rtcp;

namespace CecSim.Telephony.Media.Lines;

/// <content>What both sides tell each other of what came, and what there is to tell of the line.</content>
internal abstract partial class MediaSection
{
    private readonly RoundTrip _roundTrip;
    private readonly SenderWatch _sender = new();
    private readonly byte[] _rtcp = new byte[256];
    private byte _fullIntraRequests;

    public void ReceiveRtcp(in RtcpPacket packet)
    {
        if (Incoming is { } incoming)
        {
            if (SenderInfo.TryRead(packet, out var info) && info.Ssrc == incoming.Ssrc)
            {
                _roundTrip.TakeSenderReport(info);
                if (_sender.HasSentNothing(info, incoming))
                {
                    SourceRests();
                }
            }
            else if (packet.Type == RtcpType.ReceiverReport && packet.Sender == incoming.Ssrc)
            {
                // Who has sent something reports as a sender: RFC 3550 section 6.4.
                SourceRests();
            }
        }

        if (packet.TryFindReport(Ssrc, out var block))
        {
            _roundTrip.TakeBlock(block);
        }

        if (packet.AsksForKeyFrame)
        {
            KeyFrameWanted();
        }

        if (packet.MissedOf(Ssrc) is { IsEmpty: false } missed)
        {
            Repeat(missed);
        }
    }

    /// <summary>The last report, by which the peer knows all, and that nothing more will come.</summary>
    public void SayGoodbye()
    {
        if (_path.IsOpen)
        {
            SendReport(isLast: true);
        }
    }

    public LineReport Report() => Extend(new LineReport
    {
        Mid = Offered.Mid,
        Medium = Offered.Media.Kind,
        Codec = Codec.Codec,
        Direction = Direction,
        Codecs = [new CodecUse(Codec.Codec, Counters.PacketsIn, Counters.PacketsOut)],
        PacketsIn = Counters.PacketsIn,
        BytesIn = Counters.BytesIn,
        PacketsOut = Counters.PacketsOut,
        BytesOut = Counters.BytesOut,
        LostIn = _sources.Lost,
        LostOut = LostOut,
        RetransmittedIn = Counters.RetransmittedIn,
        RetransmittedOut = Counters.RetransmittedOut,
        NacksIn = Counters.NacksIn,
        NacksOut = Counters.NacksOut,
        Jitter = Incoming?.Jitter ?? TimeSpan.Zero,
        RoundTrip = _roundTrip.Time,
        OnlyInSeconds = _flow.OnlyInSeconds,
        OnlyOutSeconds = _flow.OnlyOutSeconds,
    });

    // A receiver counts a packet that came twice against one that never came: RFC 3550 appendix A.3.
    private int? LostOut =>
        _roundTrip.LostThere is { } lost ? (int)Math.Max(0, lost + (_repeater?.Unchanged ?? 0)) : null;

    protected void AskForKeyFrame()
    {
        if (Incoming is not null && _path.IsOpen)
        {
            var writer = BeginFeedback();
            if (Offered.TakesOnlyFullIntraRequests)
            {
                writer.FullIntraRequest(Ssrc, Incoming.Ssrc, ++_fullIntraRequests);
            }
            else
            {
                writer.PictureLossIndication(Ssrc, Incoming.Ssrc);
            }

            _path.SendRtcp(_rtcp, writer.Length);
        }
    }

    // RFC 4585 section 3.1: feedback comes behind a report, which may be empty.
    private RtcpWriter BeginFeedback()
    {
        var writer = new RtcpWriter(_rtcp);
        writer.ReceiverReport(Ssrc, null);
        return writer;
    }

    // RFC 3550 section 6.1: a report, also an empty one, and the sender's name.
    private void SendReport(bool isLast)
    {
        var writer = new RtcpWriter(_rtcp);
        if (Outgoing.Packets > 0)
        {
            var info = new SenderInfo(
                Ssrc, NtpTime.Now(Clock), Outgoing.TimestampNow, Outgoing.Packets, Outgoing.PayloadBytes);
            writer.SenderReport(info, Block());
        }
        else
        {
            writer.ReceiverReport(Ssrc, Block());
        }

        writer.Name(Ssrc, "cecsim"u8);
        if (isLast)
        {
            writer.Goodbye(Ssrc);
        }

        _path.SendRtcp(_rtcp, writer.Length);
    }

    private ReportBlock? Block()
    {
        if (Incoming is not { } incoming)
        {
            return null;
        }

        var (lastReport, delay) = _roundTrip.Echo;
        return new ReportBlock(
            incoming.Ssrc,
            incoming.TakeFractionLost(),
            (int)incoming.LostByReport,
            incoming.ExtendedHighest,
            incoming.JitterUnits,
            lastReport,
            delay);
    }
}
