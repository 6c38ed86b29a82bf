using CecSim.Telephony.Media.Recording;
using CecSim.Telephony.Media.Rtcp;
using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media.Lines;

/// <summary>
/// One m-line at work in one codec: what comes in is measured, put in order and echoed, or something else is sent in
/// its place.
/// </summary>
internal abstract partial class MediaSection
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    private readonly IMediaPath _path;
    private readonly CallRecording? _recording;
    private readonly Pacer _reports;
    private readonly MediaFlowMonitor _flow = new();
    private readonly ReceivedSources _sources;

    // A packet on its way while a new description is agreed on still has the type of the old one.
    private readonly PayloadUse[] _uses = new PayloadUse[128];

    protected MediaSection(
        IMediaPath path, OfferedLine offered, RtcInputs inputs, CallRecording? recording, ReceivedSources sources)
    {
        _path = path;
        _recording = recording;
        Offered = offered;
        Inputs = inputs;
        Outgoing = new OutgoingStream(Codec.Codec.ClockRate(), inputs);
        _repeaterSsrc = inputs.Random.Number();
        _sources = sources;
        _order = new ReorderBuffer(offered.Kind == MediaKind.Video ? VideoAheadMax : AudioAheadMax, Clock);
        _roundTrip = new RoundTrip(Clock);
        _reports = new Pacer(ReportEvery, Clock);
        Use(offered.Codec!);
    }

    private enum PayloadUse : byte
    {
        None,
        Media,
        Digits,
        Retransmission,
        ComfortNoise,
    }

    public OfferedLine Offered { get; private set; }

    public OfferedCodec Codec => Offered.Codec!;

    public MediaDirection Direction { get; private set; }

    public uint Ssrc => Outgoing.Ssrc;

    /// <summary>The stream of its retransmissions; null when none is agreed on.</summary>
    public uint? RetransmissionSsrc => Codec.Retransmission is null ? null : _repeaterSsrc;

    protected RtcInputs Inputs { get; }

    protected TimeProvider Clock => Inputs.Clock;

    protected MediaSource Source { get; private set; }

    protected OutgoingStream Outgoing { get; }

    protected LineCounters Counters { get; } = new();

    protected ReceptionStatistics? Incoming => _sources.Current;

    protected bool MaySend => _path.IsOpen && Direction.Sends();

    /// <param name="sources">Of the m-line, in all of its codecs; null for a line that has but this one.</param>
    public static MediaSection For(
        IMediaPath path,
        OfferedLine offered,
        RtcInputs inputs,
        CallRecording? recording = null,
        ReceivedSources? sources = null)
    {
        sources ??= new ReceivedSources(inputs.Clock);
        return offered.Kind == MediaKind.Audio
            ? new AudioLine(path, offered, inputs, recording, sources)
            : new VideoLine(path, offered, inputs, recording, sources);
    }

    /// <summary>Whether a later offer's line can go on with what this one has counted and sent.</summary>
    public bool Continues(OfferedLine offered) => offered.Codec?.Codec == Codec.Codec;

    public void Change(OfferedLine offered, MediaDirection direction)
    {
        if (direction != Direction)
        {
            Outgoing.Interrupt();
            DirectionChanges(direction);
        }

        if (offered.TakesNack != Offered.TakesNack)
        {
            Flush();
        }

        Offered = offered;
        Direction = direction;
        Use(offered.Codec!);
    }

    /// <summary>Another codec takes its place, or none. What is on its way is counted, and nothing sent.</summary>
    public void Retire()
    {
        Flush();
        _order.Restart();
        Join(null);
        Change(Offered, MediaDirection.Inactive);
    }

    public void Play(MediaSource source)
    {
        Source = source;
        SourceChanged();
    }

    public bool Carries(byte payloadType) => _uses[payloadType] != PayloadUse.None;

    /// <summary>Takes a plain packet with room behind it. A digit when one was just pressed.</summary>
    /// <param name="sealedLength">What it was on its way; 0 where it travels in clear.</param>
    public char? Receive(Span<byte> buffer, int length, in RtpHeader header, int sealedLength = 0)
    {
        var use = _uses[header.PayloadType];
        if (use == PayloadUse.Retransmission)
        {
            TakeRetransmission(buffer, length, header);
            return null;
        }

        Counters.CountIn(Math.Max(length, sealedLength));
        if (Incoming?.Ssrc != header.Ssrc)
        {
            Flush();
            _order.Restart();
        }

        var isDigits = use == PayloadUse.Digits;
        _sources.Of(header.Ssrc)
            .Take(header.Sequence, header.Timestamp, Codec.Codec.ClockRate(), isPaced: !isDigits);
        var payload = header.PayloadOf(buffer[..length]);
        var digit = isDigits ? Hear(payload, header.Timestamp) : null;
        if (isDigits)
        {
            ForwardDigit(payload, header.Timestamp);
        }

        if (!isDigits && !payload.IsEmpty)
        {
            MediaCame();
        }

        PutInOrder(buffer, length, header);
        digit ??= _heardKey;
        _heardKey = null;
        return digit;
    }

    public void Tick()
    {
        if (!_path.IsOpen)
        {
            return;
        }

        Generate();
        Repair();
        if (_reports.TakeDue() > 0)
        {
            _flow.Look(Counters, Direction == MediaDirection.SendReceive);
            Look();
            SendReport(isLast: false);
        }
    }

    protected abstract void Take(Span<byte> buffer, int length, in RtpHeader header);

    protected abstract void SourceChanged();

    protected abstract void Generate();

    protected abstract LineReport Extend(LineReport report);

    /// <summary>A packet of a key press, whenever it comes: the press does not wait for what is missing.</summary>
    protected virtual char? Hear(ReadOnlySpan<byte> payload, uint timestamp) => null;

    /// <summary>Packets are missing before the next that is taken, and will not come.</summary>
    protected virtual void Missed()
    {
    }

    protected virtual void MediaCame()
    {
    }

    /// <summary>The peer says that it sends nothing at present.</summary>
    protected virtual void SourceRests()
    {
    }

    protected virtual void DirectionChanges(MediaDirection direction)
    {
    }

    /// <summary>A second is over.</summary>
    protected virtual void Look()
    {
    }

    protected virtual void KeyFrameWanted()
    {
    }

    /// <summary>Sends the packet back under this side's own numbers.</summary>
    protected void Echo(Span<byte> buffer, int length, in RtpHeader header)
    {
        RtpHeader.SetPayloadType(buffer, Codec.PayloadType);
        Outgoing.Rewrite(buffer[..length], header.Ssrc, header.Timestamp);
        Send(buffer, length, _cameAt);
    }

    /// <summary>Sends a packet to which <see cref="OutgoingStream.Rewrite"/> has given its number.</summary>
    /// <param name="momentAt">
    /// The moment that its time stamp stands for; null for this one. By it the peer lets sound and pictures of one
    /// moment be heard and seen together, however long the pictures were repaired.
    /// </param>
    protected void Send(Span<byte> buffer, int length, long? momentAt = null)
    {
        if (Offered.TakesNack)
        {
            _repeater ??= new LineRepeater(_path, _repeaterSsrc, Offered.Kind, Inputs);
            _repeater.Keep((ushort)(Outgoing.Sequence + 1), buffer[..length]);
        }

        var sent = _path.SendRtp(buffer, length);
        if (sent > 0)
        {
            Outgoing.Commit(momentAt ?? Clock.GetTimestamp());
            Counters.CountOut(sent);
        }
    }

    private void Use(OfferedCodec codec)
    {
        _uses[codec.PayloadType] = PayloadUse.Media;
        if (codec.Digits is { } digits)
        {
            _uses[digits.PayloadType] = PayloadUse.Digits;
        }

        if (codec.ComfortNoise is { } comfortNoise)
        {
            _uses[comfortNoise] = PayloadUse.ComfortNoise;
        }

        if (codec.Retransmission is { } retransmission)
        {
            _uses[retransmission] = PayloadUse.Retransmission;
        }
    }
}
