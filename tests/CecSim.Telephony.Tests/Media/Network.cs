using System.Buffers.Binary;

namespace CecSim.Telephony.Tests.Media;

/// <summary>What a network does to packets of one direction, the same for the same seed, and what it did.</summary>
internal sealed class Network(int seed, double loss, TimeSpan delay, TimeSpan jitter)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<uint, NetworkCount> _counts = [];

    /// <summary>Of each sender of RTP, by its SSRC; the kernel of the tests' machines has no such thing.</summary>
    public IReadOnlyDictionary<uint, NetworkCount> Counts => _counts;

    public NetworkCount Of(uint ssrc)
    {
        if (!_counts.TryGetValue(ssrc, out var count))
        {
            _counts[ssrc] = count = new NetworkCount();
        }

        return count;
    }

    /// <summary>How late the packet arrives, so that it may overtake others; null when it never does.</summary>
    public TimeSpan? Pass(ReadOnlySpan<byte> packet)
    {
        var isLost = _random.NextDouble() < loss;
        var late = delay + (jitter * _random.NextDouble());
        if (IsRtp(packet))
        {
            Of(SsrcOf(packet)).Sent(packet.Length, isLost);
        }

        return isLost ? null : late;
    }

    public static bool IsRtp(ReadOnlySpan<byte> packet) =>
        packet.Length >= 12 && packet[0] is >= 128 and < 192 && packet[1] is < 192 or > 223;

    public static bool IsMedia(ReadOnlySpan<byte> packet) => packet.Length >= 8 && packet[0] is >= 128 and < 192;

    private static uint SsrcOf(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[8..]);
}

/// <summary>What became of one sender's packets.</summary>
internal sealed class NetworkCount
{
    private double? _transit;

    public int Seen { get; private set; }

    public int Lost { get; private set; }

    public long BytesSeen { get; private set; }

    public long BytesArrived { get; private set; }

    public int Arrived => Seen - Lost;

    /// <summary>In units of the codec's clock: RFC 3550 appendix A.8, as the text has it.</summary>
    public double Jitter { get; private set; }

    public void Sent(int bytes, bool isLost)
    {
        Seen++;
        BytesSeen += bytes;
        Lost += isLost ? 1 : 0;
        BytesArrived += isLost ? 0 : bytes;
    }

    public void Arrives(uint timestamp, double now)
    {
        var transit = now - timestamp;
        var difference = Math.Abs(transit - (_transit ?? transit));
        _transit = transit;
        Jitter += (difference - Jitter) / 16;
    }
}
