using CecSim.Simulation.Agents;

namespace CecSim.Simulation.ConnectionBar;

/// <summary>What a bar shows: its agent as it stood at one moment.</summary>
/// <param name="Since">When the agent came into the state.</param>
/// <param name="Call">The call that the agent has; null for none.</param>
/// <param name="LastCall">The call before, and how it ended.</param>
/// <param name="Queues">Where a call can be transferred to.</param>
public sealed record BarView(
    AgentSettings Settings,
    AgentState State,
    AgentCall? Call,
    AgentLastCall? LastCall,
    DateTimeOffset Since,
    DateTimeOffset Now,
    IReadOnlyList<string> Queues);
