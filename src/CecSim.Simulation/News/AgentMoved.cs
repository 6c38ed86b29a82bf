using CecSim.Simulation.Agents;

namespace CecSim.Simulation.News;

/// <summary>An agent is in another state.</summary>
public sealed record AgentMoved(DateTimeOffset At, AgentView Agent) : SpaceNews(At);
