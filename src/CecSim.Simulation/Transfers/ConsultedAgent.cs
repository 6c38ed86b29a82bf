namespace CecSim.Simulation.Transfers;

/// <summary>An agent whom another one calls beside its customer.</summary>
internal sealed class ConsultedAgent(ContactCentre centre, ISecondPartyOwner owner, Agent agent)
    : SecondParty(centre, owner), IAgentCall
{
    public Agent Agent => agent;

    public User? Customer => null;

    public override IPhoneLeg? Phone => agent.Phone;

    public override AgentNotice ResultOf(AgentCall handed, bool isDone) =>
        AgentNotices.SuccTransResult(handed, isDone);

    public override void Begin()
    {
        var line = Centre.Phones.LineOf(agent);
        agent.Call = this;
        Centre.Roster.Apply(agent, new AgentInput.Ring(Ringing, line is null ? null : PhoneStage.Invited));
        agent.Phone = Centre.RingPhone(agent, Ringing, customer: null, answersItself: false);
        if (line is null)
        {
            Owner.SecondRings(hasEarlyMedia: false);
        }

        Plan();
    }

    // A person answers or does not; whoever is simulated talks until the other agent ends it.
    private void Plan()
    {
        if (agent.Seat is not null || agent.Phone is not null)
        {
            Later(Centre.Settings.RingingMax, () => Fail(new AgentInput.LetRing(), AgentCallEnd.Missed));
            return;
        }

        var plan = CallPlan.Draw(agent.Settings.Conduct, Centre.Random);
        switch (plan.Act)
        {
            case AnswerBehavior.Ignore:
                Later(Centre.Settings.RingingMax, () => Fail(new AgentInput.LetRing(), AgentCallEnd.Missed));
                break;
            case AnswerBehavior.Decline:
                Later(plan.After!.Value, () => Fail(new AgentInput.Decline(), AgentCallEnd.Declined));
                break;
            default:
                Later(plan.After!.Value, () => Ask(new AgentInput.Answer()));
                break;
        }
    }

    public AgentRefusal? Ask(AgentInput input)
    {
        if (AgentMachine.Decide(agent.State, input, Centre.Time.Now) is AgentDecision.Refused refused)
        {
            return refused.Reason;
        }

        switch (input)
        {
            case { IsOfTransfer: true }:
                return AgentRefusal.NotTransferable;
            case AgentInput.Decline when agent.Settings.Role != AgentRole.Callout:
                return AgentRefusal.RoleMayNotDecline;
            case AgentInput.Decline:
                Fail(input, AgentCallEnd.Declined);
                break;
            case AgentInput.Release:
                Leave(input, AgentCallEnd.HungUp);
                break;
            case AgentInput.Answer:
                Centre.Roster.Apply(agent, input);
                Meet();
                break;
            default:
                Centre.Roster.Apply(agent, input);
                if (input is AgentInput.Hold or AgentInput.Retrieve)
                {
                    Owner.SecondHolds(input is AgentInput.Hold);
                }

                break;
        }

        return null;
    }

    public void PhoneAlerts(bool hasEarlyMedia)
    {
        Centre.Roster.Apply(agent, new AgentInput.PhoneAlerts());
        Owner.SecondRings(hasEarlyMedia);
    }

    public void PhonePicksUp()
    {
        var answers = agent.Seat is null || Centre.Settings.ConnectionBar.PhoneAnswers;
        if (Centre.Roster.Apply(agent, new AgentInput.PickUp(answers)) is null)
        {
            Meet();
        }
    }

    public void PhoneFails(bool isRejected) => Fail(
        isRejected ? new AgentInput.Decline() : new AgentInput.PhoneFails(),
        isRejected ? AgentCallEnd.Declined : AgentCallEnd.Missed);

    public void PhoneHangsUp()
    {
        if (agent.State is AgentState.Ringing)
        {
            PhoneFails(isRejected: true);
        }
        else
        {
            Leave(new AgentInput.Release(TimeSpan.Zero), AgentCallEnd.HungUp);
        }
    }

    public override void LetGo()
    {
        NothingIsDue();
        if (agent.Call == this)
        {
            Centre.Roster.LetGo(
                agent,
                new AgentInput.CustomerRelease(TimeSpan.Zero),
                agent.State is AgentState.Ringing ? AgentCallEnd.CallerGaveUp : AgentCallEnd.CustomerHungUp);
        }
    }

    // A phone may have to be picked up, or the bar to answer, before.
    private void Meet()
    {
        if (agent.State is AgentState.Talking)
        {
            NothingIsDue();
            Owner.SecondAnswers();
        }
    }

    private void Fail(AgentInput input, AgentCallEnd end)
    {
        Leave(input, end);
        Centre.Roster.Habits.ReturnSoon(agent);
    }

    private void Leave(AgentInput input, AgentCallEnd end)
    {
        NothingIsDue();
        Centre.Roster.LetGo(agent, input, end);
        Owner.SecondLeaves(this, end);
    }
}
