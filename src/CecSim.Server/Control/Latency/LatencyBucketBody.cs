namespace CecSim.Server.Control.Latency;

/// <param name="UpToMicroseconds">The longest latency that counts here; at most 1/64 above the shortest.</param>
internal sealed record LatencyBucketBody(long UpToMicroseconds, long Count);
