namespace CecSim.Scenarios.Agents;

/// <summary>What a file says of the agents of its space.</summary>
internal sealed record AgentStaff(IReadOnlyList<AgentSettings> Listed, AgentPopulation? Population);
