namespace CecSim.Simulation.Outbound;

/// <summary>The calls that agents make, at the bar and at their phones: fates are drawn for both alike.</summary>
internal sealed class OutboundCalls(ContactCentre centre)
{
    /// <param name="offHook">The agent's phone, where it is there that the number was dialled.</param>
    /// <returns>Why there is no call; null when it was begun.</returns>
    public AgentRefusal? Begin(Agent agent, string number, MediaAbility media, IPhoneLeg? offHook = null)
    {
        if (agent.Call is not null)
        {
            return AgentRefusal.InCall;
        }

        if (centre.Roster.All.FirstOrDefault(a => $"{a.Settings.WorkNo}" == number && a != agent) is { } colleague)
        {
            return new InternalCall(centre, agent, colleague).Begin(media, offHook);
        }

        return new OutboundCall(centre, agent, centre.PlanOf(agent, number))
            .Begin(centre.NewAgentCall(agent.Settings, number, media), offHook);
    }
}
