using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Calls;

/// <content>Who may be called beside the customer.</content>
internal sealed partial class QueuedCall
{
    private AgentRefusal? CallSecond(TransferTarget target, ConsultationInput how)
    {
        if (_stage is not ConsultationState.None)
        {
            return AgentRefusal.TransferUnderWay;
        }

        var refusal = target switch
        {
            TransferTarget.ToAgent named => Choose(centre.Roster.Find(named.WorkNo)),
            TransferTarget.ToSkill named => ChooseOf(named.Queue),
            TransferTarget.ToNumber named => ChooseNumber(named.Digits),
            TransferTarget.ToIvr => AgentRefusal.IvrUnknown,
            _ => throw new InvalidOperationException($"No rule for a consultation of {target}."),
        };
        return refusal ?? Step(how);
    }

    private AgentRefusal? Choose(Agent? target)
    {
        if (WhyNotTo(target) is { } refusal)
        {
            return refusal;
        }

        _second = new ConsultedAgent(centre, this, target!)
        {
            Ringing = centre.NewInternalCall(Agent!.Settings, target!.Settings, call.Media),
        };
        return null;
    }

    private AgentRefusal? ChooseOf(string name) =>
        WhyNotTo(name, out var queue) is { } refusal ? refusal
        : QueueRules.BestAgent(queue!, this) is { } free ? Choose(free)
        : queue!.Agents.Any(a => a.IsOnDuty) ? AgentRefusal.TargetBusy
        : AgentRefusal.QueueClosed;

    private AgentRefusal? ChooseNumber(string digits)
    {
        if (centre.Roster.All.FirstOrDefault(a => a.Settings.SipAccount == digits) is { } agent)
        {
            return Choose(agent);
        }

        if (!OutboundPlan.CanBeDialed(digits))
        {
            return AgentRefusal.NumberWrong;
        }

        if (Agent!.Settings.Role is not AgentRole.Callout)
        {
            return AgentRefusal.RoleMayNotCallOut;
        }

        _second = new ConsultedNumber(centre, this, digits, centre.PlanOf(Agent, digits))
        {
            Ringing = centre.NewAgentCall(Agent.Settings, digits, call.Media) with { IsOutbound = false },
        };
        return null;
    }
}
