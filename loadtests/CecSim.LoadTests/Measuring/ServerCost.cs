namespace CecSim.LoadTests.Measuring;

/// <summary>What <c>GET /_cecsim/process</c> tells.</summary>
internal sealed record ServerCost(
    long ManagedBytes, long ResidentBytes, int Threads, long PendingWork, long CpuMilliseconds, int HeldPolls);
