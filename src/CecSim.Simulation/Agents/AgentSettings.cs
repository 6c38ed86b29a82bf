namespace CecSim.Simulation.Agents;

/// <summary>An agent of the contact centre (Connection Bar, table 4-4).</summary>
public sealed record AgentSettings
{
    public const int WorkNoMin = 101;
    public const int WorkNoMax = 999_999;

    public required int WorkNo { get; init; }

    public AgentRole Role { get; init; } = AgentRole.Common;

    public AgentType Type { get; init; } = AgentType.Versatile;

    /// <summary>What customers see as the agent's name in a chat.</summary>
    public string? Name { get; init; }

    /// <summary>The linked business account; null when none is linked.</summary>
    public string? AccountCode { get; init; }

    public string? SipAccount { get; init; }

    public string? SipPassword { get; init; }

    /// <summary>The queues that it serves; null for all that its type can process.</summary>
    public IReadOnlyList<AgentSkill>? Skills { get; init; }

    /// <summary>How many text sessions it holds at once.</summary>
    public int MaxChats { get; init; } = 5;

    public AgentConduct Conduct { get; init; } = new();
}
