namespace CecSim.Cli.Findings;

/// <summary>What a server answers when it is asked for all spaces.</summary>
internal sealed record AllReports(IReadOnlyList<SpaceFindings> Spaces);

internal static class SpaceReport
{
    public static string NameOf(SpaceFindings report) => report.Space ?? "(no space)";
}
