namespace CecSim.Cli.Findings;

/// <summary>How bad a finding is, by the words of the control API.</summary>
internal static class Levels
{
    /// <summary>The mildest first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["info", "warning", "error"];

    public static bool IsAsBadAs(string level, string limit) => RankOf(level) >= RankOf(limit);

    // A level that this tool does not know yet is taken for the worst.
    private static int RankOf(string level) => Names.IndexOf(level) is >= 0 and var rank ? rank : Names.Count;

    private static int IndexOf(this IReadOnlyList<string> names, string name) =>
        names.Index().Where(n => n.Item == name).Select(n => n.Index).DefaultIfEmpty(-1).First();
}
