using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <content>How it is handed on, without a word before.</content>
internal sealed partial class QueuedCall
{
    // Whoever was named for it did not take it: it goes to its queue then, and does not fail.
    private bool _isForOneAgent;

    /// <summary>"The skill queue selected for call transfer must be of the same type" (table 4-2).</summary>
    public bool MayGoTo(SkillQueue queue) => queue.Settings.Type == Queue!.Settings.Type;

    private AgentRefusal? DoTransfer(AgentInput input) => input switch
    {
        AgentInput.Transfer i => TransferTo(i.Target),
        AgentInput.Consult i => CallSecond(i.Target, ConsultationInput.Consult),
        AgentInput.Complete => Step(ConsultationInput.Complete),
        AgentInput.ComeBack => Step(ConsultationInput.ComeBack),
        AgentInput.Confer => Step(ConsultationInput.Confer),
        _ => throw new InvalidOperationException($"{input} is of no transfer."),
    };

    private AgentRefusal? TransferTo(TransferTarget target) =>
        _stage is not ConsultationState.None ? AgentRefusal.TransferUnderWay
        : target switch
        {
            TransferTarget.ToSkill named => TransferToQueue(named.Queue),
            TransferTarget.ToAgent named => TransferToAgent(named.WorkNo),
            TransferTarget.ToNumber => CallSecond(target, ConsultationInput.HandOn),
            TransferTarget.ToIvr named => TransferToIvr(named.Name),
            _ => throw new InvalidOperationException($"No rule for a transfer to {target}."),
        };

    private AgentRefusal? TransferToQueue(string name)
    {
        if (WhyNotTo(name, out var queue) is { } refusal)
        {
            return refusal;
        }

        if (CallDistributor.TurnedAway(queue!, this) is { } closed)
        {
            return closed is QueueExitReason.NoAgents ? AgentRefusal.QueueClosed : AgentRefusal.QueueFull;
        }

        HandOn(queue!);
        return null;
    }

    private AgentRefusal? TransferToIvr(string name)
    {
        if (!centre.Settings.Ivr.ContainsKey(name))
        {
            return AgentRefusal.IvrUnknown;
        }

        LeaveForAnother();
        IvrExits.Follow(new IvrExit.ToFlow(name), centre, call);
        return null;
    }

    private AgentRefusal? WhyNotTo(string name, out SkillQueue? queue)
    {
        queue = centre.Distribution.Queues.FirstOrDefault(q => q.Settings.Name == name);
        return queue is null ? AgentRefusal.QueueUnknown
            : !MayGoTo(queue) ? AgentRefusal.QueueOfOtherType
            : null;
    }

    private AgentRefusal? TransferToAgent(int workNo)
    {
        if (WhyNotTo(centre.Roster.Find(workNo)) is { } refusal)
        {
            return refusal;
        }

        LeaveForAnother();
        OnTransferred();
        _isForOneAgent = true;
        centre.Distribution.Give(this, centre.Roster.Find(workNo)!);
        return null;
    }

    private AgentRefusal? WhyNotTo(Agent? target) =>
        target is null ? AgentRefusal.TargetUnknown
        : target == Agent ? AgentRefusal.TargetIsSelf
        : target.State is AgentState.SignedOut ? AgentRefusal.TargetSignedOut
        : target.Settings.Role is AgentRole.QualityChecker ? AgentRefusal.TargetTakesNoCalls
        : !target.Settings.Type.Suits(Queue!.Settings.Type) ? AgentRefusal.TargetOfOtherType
        : !target.CanTake(this) ? AgentRefusal.TargetBusy
        : null;

    private void HandOn(SkillQueue queue)
    {
        LeaveForAnother();
        OnTransferred();
        centre.Distribution.Enter(this, queue);
    }

    // The agent is told first, since it may be given the next call at once.
    private void LeaveForAnother()
    {
        centre.Time.Cancel(_nextAct);
        var agent = Agent!;
        centre.Roster.Tell(agent, AgentNotices.SuccTransResult(agent.State.AnyCall!, isDone: true));
        agent.Phone?.TransferEnded(whyNot: null);
        LetAgentGoOn();
        SetAgentPresent(false);
        EndHold();
    }

    private void LetAgentGoOn()
    {
        call.TransferredBy = Agent!.Settings.WorkNo;
        LetAgentGo(new AgentInput.Release(Queue!.Settings.WrapUp), AgentCallEnd.HandedOn);
    }

    // Whoever comes next finds the customer as a customer is found.
    private void EndHold()
    {
        SetAside(isAside: false);
        HoldCustomer(isHolding: false);
    }

    // No offer has to be made for that, so that nothing has to be waited for at its end.
    private void SetAside(bool isAside)
    {
        if (call.IsAside != isAside)
        {
            call.IsAside = isAside;
            call.Leg?.SetAside(isAside);
        }
    }

    private void HoldCustomer(bool isHolding)
    {
        if (call.IsHeldByAgent != isHolding)
        {
            call.IsHeldByAgent = isHolding;
            call.Leg?.AgentHolds(isHolding);
        }
    }
}
