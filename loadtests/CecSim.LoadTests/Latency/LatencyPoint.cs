namespace CecSim.LoadTests.Latency;

/// <summary>So many percent of all were not longer.</summary>
internal readonly record struct LatencyPoint(double Percent, double Milliseconds);
