namespace CecSim.Scenarios.Shipped;

/// <summary>The scenarios that come with CecSim, inside of it, by their names.</summary>
public static class ShippedScenarios
{
    private const string Folder = "scenarios/";

    /// <summary>In alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ShippedScenarios).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <returns>The name itself; null where no scenario is called so.</returns>
    public static string? Find(string name) => Names.Contains(name) ? name : null;

    /// <summary>The file as it is.</summary>
    /// <returns>Null where no scenario is called so.</returns>
    public static Stream? Open(string name) =>
        typeof(ShippedScenarios).Assembly.GetManifestResourceStream(Folder + name);

    /// <summary>The file's text.</summary>
    /// <returns>Null where no scenario is called so.</returns>
    public static string? TextOf(string name)
    {
        if (Open(name) is not { } stream)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>All of them, read.</summary>
    public static IReadOnlyList<Scenario> ReadAll() =>
        [.. Names.SelectMany(n => ScenarioFiles.Parse(n, TextOf(n)!).Scenarios)];

    /// <summary>What is wrong with a name that none of them has, and which there are.</summary>
    /// <param name="what">What else it could have been.</param>
    public static Diagnostic Unknown(string name, string what) => new(
        name, 0, 0, what, string.Join(", ", Names), Spelling.Nearest(name, Names));
}
