using CecSim.Simulation.Agents;
using CecSim.Simulation.Queues;
using CecSim.Simulation.Transfers;

namespace CecSim.Simulation.Calls;

/// <content>How it is handed on.</content>
internal sealed partial class QueuedCall
{
    private int? _transferredBy;

    // Whoever was named for it did not take it: it goes to its queue then, and does not fail.
    private bool _isForOneAgent;

    /// <summary>"The skill queue selected for call transfer must be of the same type" (table 4-2).</summary>
    public bool MayGoTo(SkillQueue queue) => queue.Settings.Type == Queue!.Settings.Type;

    private AgentRefusal? TransferTo(TransferTarget target) => target switch
    {
        TransferTarget.ToSkill named => TransferToQueue(named.Queue),
        TransferTarget.ToAgent named => TransferToAgent(named.WorkNo),
        TransferTarget.ToNumber => AgentRefusal.TargetUnknown,
        TransferTarget.ToIvr => AgentRefusal.IvrUnknown,
        _ => throw new InvalidOperationException($"No rule for a transfer to {target}."),
    };

    private AgentRefusal? TransferToQueue(string name)
    {
        if (centre.Distribution.Queues.FirstOrDefault(q => q.Settings.Name == name) is not { } queue)
        {
            return AgentRefusal.QueueUnknown;
        }

        if (!MayGoTo(queue))
        {
            return AgentRefusal.QueueOfOtherType;
        }

        if (CallDistributor.TurnedAway(queue, this) is { } closed)
        {
            return closed is QueueExitReason.NoAgents ? AgentRefusal.QueueClosed : AgentRefusal.QueueFull;
        }

        HandOn(queue);
        return null;
    }

    private AgentRefusal? TransferToAgent(int workNo)
    {
        if (centre.Roster.Find(workNo) is not { } target)
        {
            return AgentRefusal.TargetUnknown;
        }

        if (WhyNotTo(target) is { } refusal)
        {
            return refusal;
        }

        LeaveForAnother();
        _isForOneAgent = true;
        centre.Distribution.Give(this, target);
        return null;
    }

    private AgentRefusal? WhyNotTo(Agent target) =>
        target == Agent ? AgentRefusal.TargetIsSelf
        : target.State is AgentState.SignedOut ? AgentRefusal.TargetSignedOut
        : target.Settings.Role is AgentRole.QualityChecker ? AgentRefusal.TargetTakesNoCalls
        : !target.Settings.Type.Suits(Queue!.Settings.Type) ? AgentRefusal.TargetOfOtherType
        : !target.CanTake(this) ? AgentRefusal.TargetBusy
        : null;

    private void HandOn(SkillQueue queue)
    {
        LeaveForAnother();
        centre.Distribution.Enter(this, queue);
    }

    // The agent is told first, since it may be given the next call at once.
    private void LeaveForAnother()
    {
        centre.Time.Cancel(_nextAct);
        var agent = Agent!;
        _transferredBy = agent.Settings.WorkNo;
        centre.Roster.Tell(agent, AgentNotices.SuccTransResult(agent.State.AnyCall!, isDone: true));
        EndHold();
        LetAgentGo(new AgentInput.Release(Queue!.Settings.WrapUp), AgentCallEnd.HandedOn);
        SetAgentPresent(false);
        OnTransferred();
    }

    // Whoever comes next finds the customer as a customer is found.
    private void EndHold()
    {
        if (call.IsHeldByAgent)
        {
            call.IsHeldByAgent = false;
            call.Leg?.AgentHolds(isHolding: false);
        }
    }
}
