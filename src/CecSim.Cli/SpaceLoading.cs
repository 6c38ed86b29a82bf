using CecSim.Scenarios.Reloading;

namespace CecSim.Cli;

/// <summary>Scenario files to spaces, or every complaint about them on standard error.</summary>
internal static class SpaceLoading
{
    /// <returns>Null when a file is not as it must be.</returns>
    public static IReadOnlyList<SpaceSettings>? Load(
        IReadOnlyList<string> paths, ScenarioWatch? watch, Terminal terminal)
    {
        if (paths.Count == 0)
        {
            return [new SpaceSettings()];
        }

        var load = watch?.Loaded ?? ScenarioFiles.Load(paths);
        ComplaintText.Tell(terminal, [.. load.Complaints, .. load.Warnings]);
        return load.Complaints.Count == 0 ? [.. load.Scenarios.Select(s => s.Space)] : null;
    }
}
