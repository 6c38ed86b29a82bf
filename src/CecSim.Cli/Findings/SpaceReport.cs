namespace CecSim.Cli.Findings;

/// <summary>The findings of one space as the control API tells them.</summary>
/// <param name="Space">Null for requests that belong to none.</param>
/// <param name="Watched">The codes of all rules.</param>
internal sealed record SpaceReport(
    string? Space, IReadOnlyList<string> Watched, IReadOnlyList<ReportedFinding> Findings)
{
    public string Name => Space ?? "(no space)";
}

internal sealed record ReportedFinding(
    string Code,
    string Level,
    string Document,
    string Section,
    string Sentence,
    string Mend,
    long Count,
    IReadOnlyList<ReportedCase> Cases);

internal sealed record ReportedCase(DateTimeOffset At, string? Entry, string? User, string? Detail);

/// <summary>What a server answers when it is asked for all spaces.</summary>
internal sealed record AllReports(IReadOnlyList<SpaceReport> Spaces);
