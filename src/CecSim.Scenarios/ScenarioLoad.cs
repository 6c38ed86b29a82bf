namespace CecSim.Scenarios;

/// <summary>The scenarios of the files that were fine, and all that was wrong in the others.</summary>
public sealed record ScenarioLoad(IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Diagnostic> Complaints)
{
    /// <summary>What has no effect in the files that were fine.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Paths that lead nowhere.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
