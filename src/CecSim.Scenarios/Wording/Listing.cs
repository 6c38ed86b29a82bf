namespace CecSim.Scenarios.Wording;

/// <summary>What a file itself has named, as the choice that a complaint offers: never too long to read.</summary>
internal static class Listing
{
    private const int ShownMax = 20;

    /// <returns>Null when there is nothing to choose from.</returns>
    public static string? Of(IReadOnlyList<string> names) => names.Count switch
    {
        0 => null,
        <= ShownMax => string.Join(", ", names),
        _ => $"{string.Join(", ", names.Take(ShownMax))} and {names.Count - ShownMax} more",
    };
}
