using System.Diagnostics;
using CecSim.Control.Contracts;
using CecSim.Simulation.Agents;

using AgentRole = CecSim.Control.Contracts.AgentRole;
using AgentState = CecSim.Control.Contracts.AgentState;
using AgentType = CecSim.Control.Contracts.AgentType;
using Domain = CecSim.Simulation.Agents;

namespace CecSim.Server.Control.Agents;

/// <summary>Agents, as the control API tells them.</summary>
internal static class AgentMapping
{
    public static AgentDetails ToContract(this AgentView agent) => new(
        agent.WorkNo,
        agent.Settings.Name,
        agent.Settings.Type.ToContract(),
        agent.Settings.Role.ToContract(),
        agent.State.ToContract(),
        agent.Queues,
        agent.Caller?.UserId,
        [.. agent.ChatsWith.Select(u => u.UserId)],
        agent.Settings.MobileNumber,
        agent.Settings.Anonymized,
        agent.Settings.Intelligent,
        agent.Settings.SinglePhone,
        agent.IsMuted,
        agent.NeedsHelp);

    private static AgentState ToContract(this Domain.AgentState state) => state switch
    {
        Domain.AgentState.SignedOut => AgentState.SignedOut,
        Domain.AgentState.Ready => AgentState.Ready,
        Domain.AgentState.NotReady => AgentState.NotReady,
        Domain.AgentState.Resting => AgentState.Resting,
        Domain.AgentState.Working => AgentState.Working,
        Domain.AgentState.Dialing => AgentState.Dialing,
        Domain.AgentState.Ringing => AgentState.Ringing,
        Domain.AgentState.Talking => AgentState.Talking,
        Domain.AgentState.Holding => AgentState.Holding,
        Domain.AgentState.WrapUp => AgentState.WrapUp,
        _ => throw new UnreachableException($"{state.GetType().Name} has no word in the control API."),
    };

    private static AgentType ToContract(this Domain.AgentType type) => type switch
    {
        Domain.AgentType.Voice => AgentType.Voice,
        Domain.AgentType.Video => AgentType.Video,
        Domain.AgentType.Multimedia => AgentType.Multimedia,
        Domain.AgentType.Versatile => AgentType.Versatile,
    };

    private static AgentRole ToContract(this Domain.AgentRole role) => role switch
    {
        Domain.AgentRole.Common => AgentRole.Common,
        Domain.AgentRole.QualityChecker => AgentRole.QualityChecker,
        Domain.AgentRole.Callout => AgentRole.Callout,
    };
}
