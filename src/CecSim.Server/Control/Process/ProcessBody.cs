namespace CecSim.Server.Control.Process;

/// <summary>What the server costs its machine, and what went wrong in it.</summary>
/// <param name="ManagedBytes">What lives on the managed heap.</param>
/// <param name="ResidentBytes">What the process has of the machine's memory.</param>
/// <param name="CpuMilliseconds">Processor time of all its threads, since it started.</param>
/// <param name="HeldPolls">Long polls that wait, of all spaces.</param>
/// <param name="Gateway">What the WebRTC gateway holds.</param>
/// <param name="Failures">Defects of CecSim: exceptions that nobody waited for, by kind.</param>
/// <param name="Nuisances">What others did wrong and was passed over, by kind.</param>
internal sealed record ProcessBody(
    long ManagedBytes,
    long ResidentBytes,
    int Threads,
    long PendingWork,
    long CpuMilliseconds,
    int HeldPolls,
    GatewayLoadBody Gateway,
    IReadOnlyList<FailureBody> Failures,
    IReadOnlyList<NuisanceBody> Nuisances);

/// <summary>What the WebRTC gateway holds at this moment: all zero when nothing goes on.</summary>
/// <param name="SipTransactions">Requests that are not over, in both directions.</param>
internal sealed record GatewayLoadBody(
    int SipCalls, int SipTransactions, int SipTimers, int MediaCalls, int HalfOpenHandshakes);

/// <summary>All failures of one kind.</summary>
/// <param name="Place">What ran.</param>
/// <param name="Why">What the first of them said.</param>
internal sealed record FailureBody(string Place, string Why, long Count);

/// <summary>One kind of what others do wrong.</summary>
/// <param name="Name">As the metric <c>cecsim.nuisances</c> names it.</param>
internal sealed record NuisanceBody(string Name, string Description, long Count);
