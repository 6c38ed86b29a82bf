namespace CecSim.Simulation.Agents;

/// <summary>An agent as it stood at one moment.</summary>
/// <param name="Queues">The queues that it serves, by name.</param>
/// <param name="Caller">Whose call it has, from ringing on; null when it has none.</param>
/// <param name="ChatsWith">Whose text sessions it holds.</param>
public sealed record AgentView(
    AgentSettings Settings,
    AgentState State,
    DateTimeOffset IdleSince,
    IReadOnlyList<string> Queues,
    User? Caller,
    IReadOnlyList<User> ChatsWith)
{
    public int WorkNo => Settings.WorkNo;

    public int ChatsCount => ChatsWith.Count;

    /// <summary>The customer of its call does not hear it.</summary>
    public bool IsMuted { get; init; }

    /// <summary>It asks for help with its call.</summary>
    public bool NeedsHelp { get; init; }

    internal static AgentView Of(Agent agent) => new(
        agent.Settings,
        agent.State,
        agent.IdleSince,
        [.. agent.Skills.Keys],
        agent.Call?.Customer,
        [.. agent.Chats.Select(c => c.User)])
    {
        IsMuted = agent.IsMuted,
        NeedsHelp = agent.NeedsHelp,
    };
}
