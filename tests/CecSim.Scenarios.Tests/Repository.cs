namespace CecSim.Scenarios.Tests;

/// <summary>Where the repository's own scenarios are.</summary>
internal static class Repository
{
    public static string Scenarios { get; } = Path.Combine(Root(AppContext.BaseDirectory), "scenarios");

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "CecSim.sln"))
            ? folder
            : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No CecSim.sln above."));
}
