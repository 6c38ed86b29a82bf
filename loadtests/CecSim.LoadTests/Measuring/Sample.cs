namespace CecSim.LoadTests.Measuring;

/// <summary>One second of a run.</summary>
/// <param name="Second">Since the measured part began.</param>
/// <param name="AnswersPerSecond">Answered in it.</param>
/// <param name="P99Milliseconds">Of what was answered in it.</param>
/// <param name="CpuPercent">Of one core, by the server; null where it does not tell.</param>
internal sealed record Sample(
    double Second,
    double AnswersPerSecond,
    double P99Milliseconds,
    long Failed,
    int? HeldPolls,
    double? ManagedMegabytes,
    double? ResidentMegabytes,
    double? CpuPercent);
