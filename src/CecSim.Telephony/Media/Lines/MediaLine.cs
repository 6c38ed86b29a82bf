using CecSim.Telephony.Media.Codecs;
using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.Media.Rtp;
using CecSim.Telephony.WebRtc.Sdp;
using CecSim.Telephony.WebRtc.Transport;

namespace CecSim.Telephony.Media.Lines;

/// <summary>One m-line at work: what comes in is measured and echoed, or something else is sent in its place.</summary>
internal abstract class MediaLine
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    private readonly IMediaPath _path;
    private readonly RoundTrip _roundTrip;
    private readonly Pace _reports;
    private readonly FlowWatch _flow = new();
    private readonly byte[] _rtcp = new byte[256];

    protected MediaLine(IMediaPath path, OfferedLine offered, TimeProvider clock)
    {
        _path = path;
        Offered = offered;
        Clock = clock;
        Outgoing = new OutgoingStream(Codec.Codec.ClockRate(), clock);
        _roundTrip = new RoundTrip(clock);
        _reports = new Pace(ReportEvery, clock);
    }

    public OfferedLine Offered { get; private set; }

    public OfferedCodec Codec => Offered.Codec!;

    public MediaDirection Direction { get; private set; }

    public uint Ssrc => Outgoing.Ssrc;

    protected TimeProvider Clock { get; }

    protected MediaSource Source { get; private set; }

    protected OutgoingStream Outgoing { get; }

    protected LineCounters Counters { get; } = new();

    protected ReceptionStatistics? Incoming { get; private set; }

    /// <summary>Pictures that began to come.</summary>
    protected long FramesIn { get; set; }

    protected bool MaySend => _path.IsOpen && Direction.Sends();

    public static MediaLine For(IMediaPath path, OfferedLine offered, TimeProvider clock) =>
        offered.Kind == MediaKind.Audio
            ? new AudioLine(path, offered, clock)
            : new VideoLine(path, offered, clock);

    /// <summary>Whether a later offer's line can go on with what this one has counted and sent.</summary>
    public bool Continues(OfferedLine offered) => offered.Codec?.Codec == Codec.Codec;

    public void Change(OfferedLine offered, MediaDirection direction)
    {
        // What is not sent leaves no gap in the numbers of what is.
        if (direction != Direction)
        {
            Outgoing.Interrupt();
        }

        Offered = offered;
        Direction = direction;
    }

    public void Play(MediaSource source)
    {
        Source = source;
        SourceChanged();
    }

    public bool Carries(byte payloadType) =>
        payloadType == Codec.PayloadType || payloadType == Codec.Digits?.PayloadType;

    /// <summary>Takes a plain packet with room behind it. A digit when one was just pressed.</summary>
    public char? Receive(Span<byte> buffer, int length, in RtpHeader header)
    {
        Counters.CountIn(length);
        if (Incoming?.Ssrc != header.Ssrc)
        {
            Incoming = new ReceptionStatistics(header.Ssrc, Codec.Codec.ClockRate(), Clock);
        }

        Incoming.Take(header.Sequence, header.Timestamp);
        return Take(buffer, length, header);
    }

    public void ReceiveRtcp(in RtcpPacket packet)
    {
        if (SenderInfo.TryRead(packet, out var info) && info.Ssrc == Incoming?.Ssrc)
        {
            _roundTrip.TakeSenderReport(info);
        }

        if (packet.TryFindReport(Ssrc, out var block))
        {
            _roundTrip.TakeBlock(block);
        }

        if (packet.AsksForKeyFrame)
        {
            KeyFrameWanted();
        }
    }

    public void Tick()
    {
        if (!_path.IsOpen)
        {
            return;
        }

        Generate();
        if (_reports.TakeDue() > 0)
        {
            _flow.Look(Counters, FramesIn, Direction == MediaDirection.SendReceive, Direction.Receives());
            SendReport();
        }
    }

    public LineReport Report() => Extend(new LineReport
    {
        Mid = Offered.Mid,
        Codec = Codec.Codec,
        Direction = Direction,
        PacketsIn = Counters.PacketsIn,
        BytesIn = Counters.BytesIn,
        PacketsOut = Counters.PacketsOut,
        BytesOut = Counters.BytesOut,
        LostIn = Incoming?.Lost ?? 0,
        LostOut = _roundTrip.LostThere,
        Jitter = Incoming?.Jitter ?? TimeSpan.Zero,
        RoundTrip = _roundTrip.Time,
        FramesIn = FramesIn,
        OnlyInSeconds = _flow.OnlyInSeconds,
        OnlyOutSeconds = _flow.OnlyOutSeconds,
        FrozenSeconds = _flow.FrozenSeconds,
    });

    protected abstract char? Take(Span<byte> buffer, int length, in RtpHeader header);

    protected abstract void SourceChanged();

    protected abstract void Generate();

    protected abstract LineReport Extend(LineReport report);

    protected virtual void KeyFrameWanted()
    {
    }

    /// <summary>Sends the packet back under this side's own numbers.</summary>
    protected void Echo(Span<byte> buffer, int length, in RtpHeader header)
    {
        Outgoing.Rewrite(buffer[..length], header.Ssrc, header.Sequence, header.Timestamp);
        Counters.CountOut(_path.SendRtp(buffer, length));
    }

    protected void Send(Span<byte> buffer, int length) => Counters.CountOut(_path.SendRtp(buffer, length));

    protected void AskForKeyFrame()
    {
        if (Incoming is not null && _path.IsOpen)
        {
            var writer = new RtcpWriter(_rtcp);
            writer.ReceiverReport(Ssrc, null);
            writer.PictureLossIndication(Ssrc, Incoming.Ssrc);
            _path.SendRtcp(_rtcp, writer.Length);
        }
    }

    // RFC 3550 section 6.1: a report, also an empty one, and the sender's name.
    private void SendReport()
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
            (int)incoming.Lost,
            incoming.ExtendedHighest,
            incoming.JitterUnits,
            lastReport,
            delay);
    }
}
