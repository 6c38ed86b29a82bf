using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Agents;

/// <summary>The call that an agent has, whoever began it.</summary>
internal interface IAgentCall : IPhoneCall
{
    /// <summary>The customer of a click-to-call; null for a number that the agent called.</summary>
    User? Customer { get; }

    /// <summary>The agent acts by hand.</summary>
    /// <returns>Why not; null when it is done.</returns>
    AgentRefusal? Ask(AgentInput input);

    /// <summary>The registered phone that the agent has called; null where it is none.</summary>
    ICalledPhone? CalledPhone => null;

    /// <summary>The customer, where there is one, does not hear the agent any more, or hears it again.</summary>
    void AgentMutes(bool isMuted)
    {
    }

    /// <summary>Whether it may be handed on to that queue.</summary>
    bool MayGoTo(SkillQueue queue) => false;

    void IPhoneCall.PhoneHolds(bool isHolding) => Ask(isHolding ? new AgentInput.Hold() : new AgentInput.Retrieve());
}
