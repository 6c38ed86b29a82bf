namespace CecSim.Simulation.ConnectionBar;

/// <summary>What a bar shows: its agent as it stood at one moment.</summary>
/// <param name="Since">When the agent came into the state.</param>
/// <param name="Call">The call that the agent has; null for none.</param>
/// <param name="LastCall">The call before, and how it ended.</param>
/// <param name="Queues">Where the call can be transferred to: the queues of its own type.</param>
public sealed record BarView(
    AgentSettings Settings,
    AgentState State,
    AgentCall? Call,
    AgentLastCall? LastCall,
    DateTimeOffset Since,
    DateTimeOffset Now,
    IReadOnlyList<string> Queues)
{
    /// <summary>Agents who could take the call.</summary>
    public IReadOnlyList<AgentSettings> Colleagues { get; init; } = [];

    /// <summary>Where a call to somebody else beside the customer stands.</summary>
    public ConsultationState Consultation { get; init; }

    /// <summary>The customer of the call does not hear the agent.</summary>
    public bool IsMuted { get; init; }

    /// <summary>The agent asks for help with the call.</summary>
    public bool NeedsHelp { get; init; }
}
