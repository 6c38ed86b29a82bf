namespace CecSim.ScenarioFiles.Tests;

/// <summary>The scenarios that the repository ships.</summary>
internal static class ScenarioFolder
{
    public static string Root => Checkout.Root;

    /// <summary>Those of folders below too.</summary>
    public static IReadOnlyList<string> AllFiles { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "scenarios"), "*.y*ml", SearchOption.AllDirectories)
            .Where(IsScenario)
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string name) => Path.Combine(Root, "scenarios", name + ".yaml");

    public static string PathOfFault(string name) => Path.Combine(Root, "scenarios", "faults", name + ".yaml");

    public static string PathOfBar(string name) => Path.Combine(Root, "scenarios", "connection-bar", name + ".yaml");

    public static IEnumerable<string> Names => NamesIn("scenarios");

    public static IEnumerable<string> FaultNames => NamesIn(Path.Combine("scenarios", "faults"));

    public static IEnumerable<string> BarNames => NamesIn(Path.Combine("scenarios", "connection-bar"));

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yaml")
            .Where(IsScenario)
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal);

    // Contracts lie beside the scenarios that they are about; the command line's tests read them.
    private static bool IsScenario(string file) => !file.EndsWith(".contract.yaml", StringComparison.Ordinal);
}
