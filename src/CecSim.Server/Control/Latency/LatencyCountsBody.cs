using CecSim.Server.Telemetry;

namespace CecSim.Server.Control.Latency;

/// <summary>Latencies as counts, so that two readings can be taken from each other.</summary>
/// <param name="Buckets">Those that are not empty, the shortest first.</param>
internal sealed record LatencyCountsBody(
    long Count, long SumMicroseconds, IReadOnlyList<LatencyBucketBody> Buckets)
{
    public static LatencyCountsBody Of(LatencyHistogram latencies)
    {
        var buckets = latencies.Buckets
            .Select(b => new LatencyBucketBody((long)b.Upper.TotalMicroseconds, b.Count))
            .ToList();
        return new LatencyCountsBody(buckets.Sum(b => b.Count), (long)latencies.Sum.TotalMicroseconds, buckets);
    }
}
