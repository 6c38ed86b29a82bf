namespace CecSim.Cli.Findings;

/// <summary>How bad a finding is, by the words of the control API.</summary>
internal static class Levels
{
    /// <summary>The mildest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. EnumWords.All<FindingLevel>()];

    /// <summary>A level that only a newer server knows is as bad as any.</summary>
    /// <param name="limit">One of <see cref="Names"/>.</param>
    public static bool IsAsBadAs(FindingLevel level, string limit) =>
        level == FindingLevel.Unknown || level >= EnumWords.Parse<FindingLevel>(limit);
}
