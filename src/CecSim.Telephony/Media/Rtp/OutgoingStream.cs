using CecSim.Telephony.WebRtc;

namespace CecSim.Telephony.Media.Rtp;

/// <summary>
/// One sender towards the peer. Whatever feeds it, echo or generator, its numbers count what it sends (RFC 3550 section
/// 5.1: one more for each packet), and its time stamps keep the pace of the source, so that a change of the source
/// sounds like a change of the programme and not like a new call.
/// </summary>
internal sealed class OutgoingStream(int clockRate, RtcInputs inputs)
{
    private const int FramesPerSecond = 50;

    private bool _started;
    private bool _continues;
    private uint _source;
    private uint _timestampShift;
    private long _momentAt;
    private uint _nextTimestamp;
    private uint _nextBytes;

    public uint Ssrc { get; } = inputs.Random.Number();

    /// <summary>
    /// The number sent last. It begins low, so that it does not roll over within the first seconds.
    /// </summary>
    public ushort Sequence { get; private set; } = (ushort)(inputs.Random.Number() & 0x3FFF);

    public uint Timestamp { get; private set; } = inputs.Random.Number();

    public uint Packets { get; private set; }

    public uint PayloadBytes { get; private set; }

    /// <summary>The time stamp that media of this very moment would have.</summary>
    public uint TimestampNow => Timestamp + (uint)(inputs.Clock.GetElapsedTime(_momentAt).TotalSeconds * clockRate);

    /// <summary>The next packet follows the last one in time, wherever it comes from.</summary>
    public void Interrupt() => _continues = false;

    /// <summary>
    /// Gives a packet the stream's next number, and a time stamp of the stream's own. True for the first packet after
    /// a change. It counts once <see cref="Commit"/> tells that it went out.
    /// </summary>
    public bool Rewrite(Span<byte> packet, uint source, uint timestamp)
    {
        var changed = !_continues || source != _source;
        if (changed)
        {
            _source = source;
            _continues = true;
            _timestampShift = (_started ? Following : Timestamp) - timestamp;
        }

        _nextTimestamp = timestamp + _timestampShift;
        _nextBytes = (uint)(packet.Length - RtpHeader.LengthOf(packet));
        Number(packet);
        return changed;
    }

    /// <summary>The same with a time stamp of this stream, whatever its source's are.</summary>
    public void Rewrite(Span<byte> packet, uint timestamp)
    {
        _nextTimestamp = timestamp;
        _nextBytes = (uint)(packet.Length - RtpHeader.LengthOf(packet));
        Number(packet);
    }

    /// <summary>What was last rewritten is on its way.</summary>
    /// <param name="momentAt">The moment that its time stamp stands for, as a timestamp.</param>
    public void Commit(long momentAt)
    {
        Sequence++;
        Packets++;
        PayloadBytes += _nextBytes;
        if (_started && (int)(_nextTimestamp - Timestamp) <= 0)
        {
            return;
        }

        // Of packets with one time stamp the first tells which moment it stands for; one that was overtaken, none.
        _started = true;
        Timestamp = _nextTimestamp;
        _momentAt = momentAt;
    }

    private void Number(Span<byte> packet)
    {
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)(Sequence + 1));
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], _nextTimestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], Ssrc);
    }

    // What was sent last still lasts for a frame, so nothing may begin before its end.
    private uint Following => Timestamp + Math.Max(TimestampNow - Timestamp, (uint)clockRate / FramesPerSecond);
}
