using CecSim.Server.Control;
using CecSim.Simulation.Agents;

namespace CecSim.Server.Control.Agents;

/// <summary>An agent.</summary>
/// <param name="State">For example <c>ready</c>, <c>ringing</c>, <c>wrapUp</c>.</param>
/// <param name="CallWith">Whose call it has, from ringing on.</param>
/// <param name="ChatsWith">Whose text sessions it holds.</param>
internal sealed record AgentBody(
    int WorkNo,
    string? Name,
    [property: WordsOf<AgentType>] string Type,
    [property: WordsOf<AgentRole>] string Role,
    [property: Words(
        "signedOut", "ready", "notReady", "resting", "working", "dialing", "ringing", "talking", "holding", "wrapUp")]
    string State,
    IReadOnlyList<string> Queues,
    string? CallWith,
    IReadOnlyList<string> ChatsWith)
{
    public static AgentBody Of(AgentView agent) => new(
        agent.WorkNo,
        agent.Settings.Name,
        Words.Of(agent.Settings.Type),
        Words.Of(agent.Settings.Role),
        Words.Camel(agent.State.GetType().Name),
        agent.Queues,
        agent.Caller?.UserId,
        [.. agent.ChatsWith.Select(u => u.UserId)]);
}
