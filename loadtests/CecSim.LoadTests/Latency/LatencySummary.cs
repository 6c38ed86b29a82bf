namespace CecSim.LoadTests.Latency;

/// <summary>A histogram as a reader wants it. Percentiles are upper bounds, at most 1/64 above the truth.</summary>
internal sealed record LatencySummary(
    string Name,
    long Count,
    double MeanMilliseconds,
    double P50Milliseconds,
    double P90Milliseconds,
    double P99Milliseconds,
    double P999Milliseconds,
    double MaxMilliseconds,
    IReadOnlyList<LatencyPoint> Curve)
{
    private static readonly double[] CurvePercents =
        [0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.999, 100];

    public static LatencySummary Of(string name, LatencyHistogram latencies) =>
        Of(name, [.. latencies.Buckets], latencies.Sum);

    public static LatencySummary Of(string name, IReadOnlyList<LatencyBucket> buckets, TimeSpan sum)
    {
        var count = buckets.Sum(b => b.Count);
        double At(double percent) => MillisecondsAt(buckets, count, percent);
        return new LatencySummary(
            name,
            count,
            count == 0 ? 0 : sum.TotalMilliseconds / count,
            At(50),
            At(90),
            At(99),
            At(99.9),
            At(100),
            [.. CurvePercents.Select(p => new LatencyPoint(p, At(p)))]);
    }

    // The smallest latency that so many percent are not longer than.
    private static double MillisecondsAt(IReadOnlyList<LatencyBucket> buckets, long count, double percent)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(count * percent / 100));
        var seen = 0L;
        foreach (var bucket in buckets)
        {
            seen += bucket.Count;
            if (seen >= wanted)
            {
                return bucket.Upper.TotalMilliseconds;
            }
        }

        return 0;
    }
}
