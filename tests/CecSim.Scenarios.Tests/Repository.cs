namespace CecSim.Scenarios.Tests;

/// <summary>Where the repository's own scenarios are.</summary>
internal static class Repository
{
    public static string Scenarios { get; } = Checkout.PathOf("scenarios");

    /// <summary>What the shipped files say, those of folders below too.</summary>
    public static IEnumerable<string> ScenarioTexts =>
        Directory.GetFiles(Scenarios, "*.y*ml", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".contract.yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);
}
