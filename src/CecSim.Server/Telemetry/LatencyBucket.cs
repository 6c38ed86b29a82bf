namespace CecSim.Server.Telemetry;

/// <summary>So many latencies were at most so long, and longer than the bucket before.</summary>
internal readonly record struct LatencyBucket(TimeSpan Upper, long Count);
