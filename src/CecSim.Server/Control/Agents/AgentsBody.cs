namespace CecSim.Server.Control.Agents;

/// <summary>The agents of a space, by work number.</summary>
internal sealed record AgentsBody(IReadOnlyList<AgentBody> Agents);
