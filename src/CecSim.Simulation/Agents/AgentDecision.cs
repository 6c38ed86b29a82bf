namespace CecSim.Simulation.Agents;

/// <summary>What the machine answers: a next state with the events to publish, or a reason why not.</summary>
public abstract record AgentDecision
{
    private AgentDecision()
    {
    }

    public sealed record Accepted(AgentState Next, params IReadOnlyList<AgentNotice> Notices) : AgentDecision;

    public sealed record Refused(AgentRefusal Reason) : AgentDecision;
}
