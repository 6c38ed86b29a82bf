using CecSim.Simulation.Chat;
using CecSim.Simulation.ConnectionBar;

namespace CecSim.Simulation.Agents;

/// <summary>One agent as it stands now. Guarded by the timeline.</summary>
internal sealed class Agent(AgentSettings settings, IReadOnlyList<AgentSkill> skills)
{
    public AgentSettings Settings { get; } = settings;

    /// <summary>The queues that it serves, by name.</summary>
    public IReadOnlyDictionary<string, AgentSkill> Skills { get; } = skills.ToDictionary(s => s.Queue);

    public AgentState State { get; set; } = new AgentState.SignedOut();

    public DateTimeOffset StateSince { get; set; }

    public DateTimeOffset IdleSince { get; set; }

    /// <summary>The call that it has, from ringing or dialing to release.</summary>
    public IAgentCall? Call { get; set; }

    /// <summary>Its phone in that call; null where it has none.</summary>
    public IPhoneLeg? Phone { get; set; }

    /// <summary>The call before, and how it ended.</summary>
    public AgentLastCall? LastCall { get; set; }

    /// <summary>Where a person at a connection bar does what this agent does; null for a simulated agent.</summary>
    public BarSeat? Seat { get; set; }

    /// <summary>The customer of its call does not hear it. Over with the call.</summary>
    public bool IsMuted { get; set; }

    /// <summary>It asks for help with its call. Over with the call.</summary>
    public bool NeedsHelp { get; set; }

    /// <summary>The text sessions that it holds.</summary>
    public HashSet<ChatSession> Chats { get; } = [];

    /// <summary>The next deadline of its state.</summary>
    public ScheduledTimer? Deadline { get; set; }

    /// <summary>The beginning or the end of its next rest.</summary>
    public ScheduledTimer? NextRest { get; set; }

    public bool RestIsDue { get; set; }

    public bool SignOutIsDue { get; set; }

    public bool IsOnDuty => State is not AgentState.SignedOut && Settings.Role != AgentRole.QualityChecker;

    /// <summary>
    /// Whether it may be given a contact now. A call does not come beside another customer's chat, nor a chat beside
    /// another customer's call. The connection bar of section 7 has no chat.
    /// </summary>
    public bool CanTake(Contact contact) => IsOnDuty && (contact.IsChat
        ? Seat is null
            && Chats.Count < Settings.MaxChats
            && (State is AgentState.Ready || Call?.Customer == contact.User)
        : State is AgentState.Ready && Chats.All(c => c.User == contact.User));
}
