namespace CecSim.Testing;

/// <summary>A scenario that a test names by its file or writes out.</summary>
internal static class ScenarioText
{
    public static async Task<string?> ReadAsync(string? scenario, CancellationToken cancellationToken) =>
        scenario is null || scenario.Contains('\n', StringComparison.Ordinal) || scenario.StartsWith('{')
            ? scenario
            : await File.ReadAllTextAsync(scenario, cancellationToken).ConfigureAwait(false);
}
