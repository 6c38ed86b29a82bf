namespace CecSim.Simulation.Outbound;

/// <summary>The calls that agents make, at the bar and at their phones: fates are drawn for both alike.</summary>
internal sealed class OutboundCalls(ContactCentre centre, SeededRandom customers)
{
    /// <param name="offHook">The agent's phone, where it is there that the number was dialled.</param>
    /// <returns>Why there is no call; null when it was begun.</returns>
    public AgentRefusal? Begin(Agent agent, string number, MediaAbility media, IPhoneLeg? offHook = null)
    {
        if (agent.Call is not null)
        {
            return AgentRefusal.InCall;
        }

        var plan = OutboundPlan.Draw(centre.Settings.Outbound, number, customers);
        if (number != agent.Settings.SipAccount && centre.Phones.LineOf(number) is not null)
        {
            plan = centre.Roster.All.Any(a => a.Settings.SipAccount == number && a.Call is not null)
                ? new OutboundPlan(OutboundOutcome.Busy, null, null)
                : OutboundPlan.OfPhone;
        }

        return new OutboundCall(centre, agent, plan)
            .Begin(centre.NewAgentCall(agent.Settings, number, media), offHook);
    }
}
