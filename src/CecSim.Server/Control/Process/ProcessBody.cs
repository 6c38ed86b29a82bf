namespace CecSim.Server.Control.Process;

/// <summary>What the server costs its machine.</summary>
/// <param name="ManagedBytes">What lives on the managed heap.</param>
/// <param name="ResidentBytes">What the process has of the machine's memory.</param>
/// <param name="CpuMilliseconds">Processor time of all its threads, since it started.</param>
/// <param name="HeldPolls">Long polls that wait, of all spaces.</param>
internal sealed record ProcessBody(
    long ManagedBytes, long ResidentBytes, int Threads, long PendingWork, long CpuMilliseconds, int HeldPolls);
