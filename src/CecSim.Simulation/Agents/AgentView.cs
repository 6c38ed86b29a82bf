namespace CecSim.Simulation.Agents;

/// <summary>An agent as it stood at one moment.</summary>
public sealed record AgentView(int WorkNo, AgentState State, DateTimeOffset IdleSince, int ChatsCount);
