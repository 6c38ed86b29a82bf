namespace CecSim.LoadTests.Reports;

/// <summary>A run with all that it found; <c>result.json</c> is this.</summary>
/// <param name="Commit">What was measured; null outside of a clone.</param>
/// <param name="Command">How to do it again.</param>
/// <param name="Problems">Why it proves nothing, or what it failed at; none for a good run.</param>
internal sealed record LoadReport(
    string Profile,
    string Summary,
    DateTimeOffset StartedAt,
    string? Commit,
    string Command,
    Machine Machine,
    IReadOnlyList<ServerRun> Runs,
    IReadOnlyList<Ratio> Ratios,
    IReadOnlyList<string> Problems);
