namespace CecSim.Control.Contracts;

/// <summary>What the server costs its machine, and what went wrong in it.</summary>
/// <param name="ManagedBytes">What lives on the managed heap.</param>
/// <param name="ResidentBytes">What the process has of the machine's memory.</param>
/// <param name="Threads">Threads of the pool.</param>
/// <param name="PendingWork">What waits for one of them.</param>
/// <param name="CpuMilliseconds">Processor time of all its threads, since it started.</param>
/// <param name="HeldPolls">Long polls that wait, of all spaces.</param>
/// <param name="Gateway">What the WebRTC gateway holds.</param>
/// <param name="Failures">Defects of CecSim, by kind; empty where all is well.</param>
/// <param name="Nuisances">What others did wrong and was passed over, by kind.</param>
public sealed record ServerProcess(
    long ManagedBytes,
    long ResidentBytes,
    int Threads,
    long PendingWork,
    long CpuMilliseconds,
    int HeldPolls,
    GatewayUse Gateway,
    IReadOnlyList<ServerFailure> Failures,
    IReadOnlyList<Nuisance> Nuisances);

/// <summary>What the WebRTC gateway holds at this moment: all zero when nothing goes on.</summary>
/// <param name="SipCalls">Dialogs.</param>
/// <param name="SipTransactions">Requests that are not over, in both directions.</param>
/// <param name="SipTimers">Timers that run.</param>
/// <param name="MediaCalls">Calls that have media.</param>
/// <param name="HalfOpenHandshakes">DTLS handshakes that are not over.</param>
public sealed record GatewayUse(
    int SipCalls, int SipTransactions, int SipTimers, int MediaCalls, int HalfOpenHandshakes);

/// <summary>All failures of one kind: exceptions that nobody waited for.</summary>
/// <param name="Place">What ran.</param>
/// <param name="Why">What the first of them said.</param>
/// <param name="Count">How many.</param>
public sealed record ServerFailure(string Place, string Why, long Count);

/// <summary>One kind of what others do wrong.</summary>
/// <param name="Name">As the metric <c>cecsim.nuisances</c> names it.</param>
/// <param name="Description">In a sentence.</param>
/// <param name="Count">How often.</param>
public sealed record Nuisance(string Name, string Description, long Count);
