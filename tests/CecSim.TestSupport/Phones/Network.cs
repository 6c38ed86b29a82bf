namespace CecSim.Tests;

/// <summary>What a network does to packets of one direction, the same for the same seed, and what it did.</summary>
/// <param name="losesReports">False where both ends have to know of the same requests.</param>
internal sealed class Network(int seed, double loss, TimeSpan delay, TimeSpan jitter, bool losesReports = true)
{
    private readonly Random _random = new(seed);

    /// <summary>The share of packets that arrive twice, each copy late in its own way.</summary>
    public double Doubled { get; init; }

    /// <summary>The share of packets that are held back, so that those behind them overtake.</summary>
    public double HeldBack { get; init; }

    /// <summary>How long those are held back.</summary>
    public TimeSpan HeldFor { get; init; } = TimeSpan.FromMilliseconds(70);

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
        var isLost = _random.NextDouble() < loss && (losesReports || IsRtp(packet));
        var late = Late();
        if (IsRtp(packet))
        {
            Of(SsrcOf(packet)).Sent(packet.Length, isLost);
        }

        return isLost ? null : late;
    }

    /// <summary>The same of a second copy; null where there is none.</summary>
    public TimeSpan? PassAgain() => Doubled > 0 && _random.NextDouble() < Doubled ? Late() : null;

    public static bool IsRtp(ReadOnlySpan<byte> packet) =>
        packet.Length >= 12 && packet[0] is >= 128 and < 192 && packet[1] is < 192 or > 223;

    public static bool IsMedia(ReadOnlySpan<byte> packet) => packet.Length >= 8 && packet[0] is >= 128 and < 192;

    private TimeSpan Late() =>
        delay
        + (jitter * _random.NextDouble())
        + (HeldBack > 0 && _random.NextDouble() < HeldBack ? HeldFor : TimeSpan.Zero);

    private static uint SsrcOf(ReadOnlySpan<byte> packet) => BinaryPrimitives.ReadUInt32BigEndian(packet[8..]);
}

/// <summary>What became of one sender's packets.</summary>
internal sealed class NetworkCount
{
    private uint? _transit;
    private int _lostAtStart;
    private int _lostAtEnd;

    public int Seen { get; private set; }

    public int Lost { get; private set; }

    /// <summary>Without those before the first and behind the last arrival, of which nobody can know.</summary>
    public int Missed => Arrived == 0 ? 0 : Lost - _lostAtStart - _lostAtEnd;

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
        _lostAtStart = Arrived == 0 ? Lost : _lostAtStart;
        _lostAtEnd = isLost ? _lostAtEnd + 1 : 0;
        BytesArrived += isLost ? 0 : bytes;
    }

    public void Arrives(uint timestamp, double now)
    {
        // Time stamps begin anywhere, and go round within a call now and then.
        var transit = (uint)(ulong)now - timestamp;
        var difference = Math.Abs((int)(transit - (_transit ?? transit)));
        _transit = transit;
        Jitter += (difference - Jitter) / 16;
    }
}
