using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CecSim.Telephony.Media.Rtp;

/// <summary>
/// One sender towards the peer. Whatever feeds it, echo or generator, its numbers and time stamps run on without a
/// jump,
/// so that a change of the source sounds like a change of the programme and not like a new call.
/// </summary>
internal sealed class OutgoingStream(int clockRate, TimeProvider clock)
{
    /// <summary>
    /// A source that leaps further has begun anew: RFC 3550 appendix A.1 allows as many lost in a row.
    /// </summary>
    private const int LeapMax = 3000;

    private const int FramesPerSecond = 50;

    private bool _started;
    private bool _continues;
    private uint _source;
    private ushort _sequenceShift;
    private uint _timestampShift;
    private long _sentAt;

    public uint Ssrc { get; } = RandomNumber();

    /// <summary>
    /// The highest number sent. It begins low, so that it does not roll over within the first seconds.
    /// </summary>
    public ushort Sequence { get; private set; } = (ushort)(RandomNumber() & 0x3FFF);

    public uint Timestamp { get; private set; } = RandomNumber();

    public uint Packets { get; private set; }

    public uint PayloadBytes { get; private set; }

    /// <summary>The time stamp that media of this very moment would have.</summary>
    public uint TimestampNow => Timestamp + (uint)(clock.GetElapsedTime(_sentAt).TotalSeconds * clockRate);

    /// <summary>The next packet follows the last one, wherever it comes from.</summary>
    public void Interrupt() => _continues = false;

    /// <summary>A packet of the source is not passed on and leaves no gap.</summary>
    public void Skip() => _sequenceShift--;

    /// <summary>
    /// Puts the stream's own numbers in place of the source's. True for the first packet after a change.
    /// </summary>
    public bool Rewrite(Span<byte> packet, uint source, ushort sequence, uint timestamp)
    {
        var changed = !_continues || source != _source || Leaps(sequence);
        if (changed)
        {
            _source = source;
            _continues = true;
            _sequenceShift = (ushort)(Sequence + 1 - sequence);
            _timestampShift = (_started ? Following : Timestamp) - timestamp;
        }

        var number = (ushort)(sequence + _sequenceShift);
        var stamp = timestamp + _timestampShift;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], number);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], stamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], Ssrc);
        Count(number, stamp, packet.Length - RtpHeader.LengthOf(packet));
        return changed;
    }

    // What was sent last still lasts for a frame, so nothing may begin before its end.
    private uint Following => Timestamp + Math.Max(TimestampNow - Timestamp, (uint)clockRate / FramesPerSecond);

    private bool Leaps(ushort sequence) => Math.Abs((short)(sequence + _sequenceShift - Sequence)) > LeapMax;

    private void Count(ushort number, uint stamp, int payloadBytes)
    {
        Packets++;
        PayloadBytes += (uint)payloadBytes;
        if (_started && (short)(number - Sequence) <= 0)
        {
            return;
        }

        Sequence = number;
        if (_started && stamp == Timestamp)
        {
            return;
        }

        // Of packets with one time stamp the first tells which moment it stands for.
        _started = true;
        Timestamp = stamp;
        _sentAt = clock.GetTimestamp();
    }

    private static uint RandomNumber() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
}
