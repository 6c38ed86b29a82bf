using System.Numerics;

namespace CecSim.Server.Telemetry;

/// <summary>
/// How often which latency was seen, from microseconds to hours with one relative error: a bucket is at most 1/64 wider
/// than where it begins. Any number of threads may record.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int StepsPerDoublingBits = 6;
    private const int StepsPerDoubling = 1 << StepsPerDoublingBits;
    private static readonly TimeSpan LatencyMax = TimeSpan.FromHours(2);

    private readonly long[] _counts = new long[IndexOf((long)LatencyMax.TotalMicroseconds) + 1];
    private long _sumMicroseconds;

    /// <summary>The buckets that are not empty, the shortest first.</summary>
    public IEnumerable<LatencyBucket> Buckets =>
        from index in Enumerable.Range(0, _counts.Length)
        let count = Volatile.Read(ref _counts[index])
        where count > 0
        select new LatencyBucket(UpperOf(index), count);

    /// <summary>All that was recorded, added up.</summary>
    public TimeSpan Sum => TimeSpan.FromMicroseconds(Volatile.Read(ref _sumMicroseconds));

    /// <summary>Counts one. What is below zero counts as zero, what is above two hours as two hours.</summary>
    public void Record(TimeSpan latency)
    {
        var clamped = latency < TimeSpan.Zero ? TimeSpan.Zero : latency > LatencyMax ? LatencyMax : latency;
        var microseconds = clamped.Ticks / TimeSpan.TicksPerMicrosecond;
        Interlocked.Increment(ref _counts[IndexOf(microseconds)]);
        Interlocked.Add(ref _sumMicroseconds, microseconds);
    }

    // Up to the first doubling each microsecond has its own; from there each doubling has as many as the one before.
    private static int IndexOf(long microseconds)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)microseconds | 1) - StepsPerDoublingBits);
        return (shift * StepsPerDoubling) + (int)(microseconds >> shift);
    }

    private static TimeSpan UpperOf(int index)
    {
        var shift = Math.Max(0, (index / StepsPerDoubling) - 1);
        return TimeSpan.FromMicroseconds(((index - ((long)shift * StepsPerDoubling) + 1) << shift) - 1);
    }
}
