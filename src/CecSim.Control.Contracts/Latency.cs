namespace CecSim.Control.Contracts;

/// <summary>What the server measured of itself since it started, of all spaces.</summary>
/// <param name="Events">From the moment when an event was due to its written response, in space time.</param>
public sealed record ServerLatency(LatencyCounts Events);

/// <summary>Latencies as counts, so that two readings can be taken from each other.</summary>
/// <param name="Count">How many were measured.</param>
/// <param name="SumMicroseconds">All of them together, in microseconds.</param>
/// <param name="Buckets">Those that are not empty, the shortest first.</param>
public sealed record LatencyCounts(long Count, long SumMicroseconds, IReadOnlyList<LatencyBucket> Buckets)
{
    /// <summary>So long or shorter was that share of them; 1/64 too long at most.</summary>
    /// <param name="share">From 0 to 1, as 0.99.</param>
    /// <returns>Null where nothing was measured.</returns>
    public TimeSpan? Within(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var left = Math.Max(1, (long)Math.Ceiling(share * Count));
        foreach (var bucket in Buckets)
        {
            left -= bucket.Count;
            if (left <= 0)
            {
                return TimeSpan.FromMicroseconds(bucket.UpToMicroseconds);
            }
        }

        return null;
    }
}

/// <summary>Latencies that are about as long as each other.</summary>
/// <param name="UpToMicroseconds">The longest that counts here; at most 1/64 above the shortest.</param>
/// <param name="Count">How many.</param>
public sealed record LatencyBucket(long UpToMicroseconds, long Count);
