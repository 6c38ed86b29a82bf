using System.Buffers;
using CecSim.Telephony.Media.Dtmf;

namespace CecSim.Telephony.Media.Bridging;

/// <summary>
/// What is on its way from one leg of a bridge to the other. One thread at a time puts, under the gate of the one leg,
/// and one takes, under the gate of the other: neither ever holds both, and the order stays.
/// </summary>
internal sealed class ForwardQueue
{
    /// <summary>About a second of good video; what goes beyond is lost.</summary>
    public const int PacketsMax = 256;

    private readonly ForwardedPacket[] _slots = new ForwardedPacket[PacketsMax];
    private int _taken;
    private int _put;
    private volatile bool _isWanted;
    private long _dropped;

    /// <summary>The other leg sends what comes; of media nothing is put otherwise.</summary>
    public bool IsWanted
    {
        get => _isWanted;
        set => _isWanted = value;
    }

    /// <summary>Packets for which there was no room.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public bool IsEmpty => Volatile.Read(ref _put) == Volatile.Read(ref _taken);

    /// <param name="level">In dBov; null where nothing tells it.</param>
    /// <param name="leaps">Its time stamp has nothing to do with those before.</param>
    public void PutMedia(
        ForwardedKind kind,
        Codec codec,
        in RtpHeader header,
        ReadOnlySpan<byte> payload,
        int? level,
        long cameAt,
        bool leaps)
    {
        if (!_isWanted || payload.IsEmpty)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(ForwardedPacket.PayloadAt + payload.Length + ForwardedPacket.Spare);
        payload.CopyTo(buffer.AsSpan(ForwardedPacket.PayloadAt));
        var packet = new ForwardedPacket
        {
            Kind = kind,
            Codec = codec,
            Marker = header.Marker,
            Leaps = leaps,
            Level = level,
            Ssrc = header.Ssrc,
            Timestamp = header.Timestamp,
            Sequence = header.Sequence,
            CameAt = cameAt,
            Buffer = buffer,
            PayloadLength = payload.Length,
        };
        if (!TryPut(packet))
        {
            Release(packet);
        }
    }

    public void PutDigit(DtmfEvent digit, int clockRate, uint timestamp)
    {
        if (_isWanted)
        {
            TryPut(new ForwardedPacket
            {
                Kind = ForwardedKind.Digit,
                Digit = digit,
                DigitClockRate = clockRate,
                Timestamp = timestamp,
            });
        }
    }

    public void PutKey(char key)
    {
        if (_isWanted)
        {
            TryPut(new ForwardedPacket { Kind = ForwardedKind.Key, Key = key });
        }
    }

    public void PutKeyFrameRequest() => TryPut(new ForwardedPacket { Kind = ForwardedKind.KeyFrameRequest });

    /// <summary>The packet is the taker's until <see cref="Release"/>.</summary>
    public bool TryTake(out ForwardedPacket packet)
    {
        if (IsEmpty)
        {
            packet = default;
            return false;
        }

        ref var slot = ref _slots[_taken & (PacketsMax - 1)];
        packet = slot;
        slot = default;
        Volatile.Write(ref _taken, _taken + 1);
        return true;
    }

    public static void Release(in ForwardedPacket packet)
    {
        if (packet.Buffer is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool TryPut(in ForwardedPacket packet)
    {
        if (_put - Volatile.Read(ref _taken) >= PacketsMax)
        {
            Interlocked.Increment(ref _dropped);
            return false;
        }

        _slots[_put & (PacketsMax - 1)] = packet;
        Volatile.Write(ref _put, _put + 1);
        return true;
    }
}
