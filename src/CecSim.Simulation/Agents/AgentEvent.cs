using CecSim.Simulation.Polls;

namespace CecSim.Simulation.Agents;

/// <summary>One event of an agent, as its page would get it.</summary>
public sealed record AgentEvent(DateTimeOffset At, int WorkNo, AgentNotice Notice) : IClientEvent
{
    public bool IsFinal => false;
}
