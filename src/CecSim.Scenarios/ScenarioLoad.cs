namespace CecSim.Scenarios;

/// <summary>The scenarios of the files that were fine, and all that was wrong in the others.</summary>
public sealed record ScenarioLoad(IReadOnlyList<Scenario> Scenarios, IReadOnlyList<Complaint> Complaints);
