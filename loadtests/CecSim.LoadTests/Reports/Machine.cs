using System.Runtime.InteropServices;

namespace CecSim.LoadTests.Reports;

/// <summary>Where it ran: figures of two machines are not to be compared.</summary>
internal sealed record Machine(string System, string Runtime, int Cores, double MemoryGigabytes)
{
    public static Machine Here => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1));
}
