namespace CecSim.LoadTests.Measuring;

/// <summary>What <c>GET /_cecsim/latency</c> tells: counts since the server started.</summary>
internal sealed record ServerLatency(ServerLatency.CountsOf Events)
{
    /// <summary>What came since an earlier reading.</summary>
    public (IReadOnlyList<LatencyBucket> Buckets, TimeSpan Sum) Since(ServerLatency before)
    {
        var was = before.Events.Buckets.ToDictionary(b => b.UpToMicroseconds, b => b.Count);
        return (
            [
                .. from bucket in Events.Buckets
                   let count = bucket.Count - was.GetValueOrDefault(bucket.UpToMicroseconds)
                   where count > 0
                   select new LatencyBucket(TimeSpan.FromMicroseconds(bucket.UpToMicroseconds), count),
            ],
            TimeSpan.FromMicroseconds(Events.SumMicroseconds - before.Events.SumMicroseconds));
    }

    internal sealed record CountsOf(long SumMicroseconds, IReadOnlyList<Bucket> Buckets);

    internal sealed record Bucket(long UpToMicroseconds, long Count);
}
