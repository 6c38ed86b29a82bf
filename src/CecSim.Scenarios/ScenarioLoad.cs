namespace CecSim.Scenarios;

/// <summary>The scenarios of the files that were fine, and all that was wrong in the others.</summary>
public sealed record ScenarioLoad(IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Complaint> Complaints)
{
    /// <summary>What has no effect in the files that were fine.</summary>
    public IReadOnlyList<Complaint> Warnings { get; init; } = [];

    /// <summary>Paths that lead nowhere.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
