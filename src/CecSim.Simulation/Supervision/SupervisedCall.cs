namespace CecSim.Simulation.Supervision;

/// <summary>An agent's call as a quality checker takes part in it. Guarded by the timeline.</summary>
internal sealed class SupervisedCall(ContactCentre centre, QueuedCall call, Agent checker) : IAgentCall
{
    private ScheduledTimer? _next;

    public SupervisionMode Mode { get; private set; }

    public Agent Checker => checker;

    public User? Customer => call.Customer;

    /// <summary>Its phone, where it takes part by one; null while it does not.</summary>
    public IPhoneLeg? Phone => checker.State is AgentState.Talking ? checker.Phone : null;

    public bool IsOf(QueuedCall other) => other == call;

    public AgentRefusal? Begin(Agent agent, SupervisionMode mode)
    {
        Mode = mode;
        var line = centre.Phones.LineOf(checker);
        var ringing = centre.NewInternalCall(agent.Settings, checker.Settings, agent.State.AnyCall!.Media);
        checker.Call = this;
        centre.Roster.Apply(checker, new AgentInput.Ring(ringing, line is null ? null : PhoneStage.Invited));
        checker.Phone = centre.RingPhone(checker, ringing, customer: null, answersItself: true);
        call.Add(this);
        if (line is null)
        {
            centre.Roster.Apply(checker, new AgentInput.Answer());
            Meet();
        }
        else
        {
            _next = centre.Time.At(
                centre.Time.Now + centre.Settings.RingingMax,
                "quality check",
                () => Fail(new AgentInput.LetRing(), AgentCallEnd.Missed));
        }

        return null;
    }

    /// <summary>It takes part in another way from now on.</summary>
    public AgentRefusal? Change(SupervisionMode mode)
    {
        Mode = mode;
        if (checker.State is AgentState.Talking)
        {
            Meet();
        }

        return null;
    }

    public AgentRefusal? Ask(AgentInput input)
    {
        if (input.IsOfTransfer)
        {
            return AgentRefusal.NotTransferable;
        }

        if (AgentMachine.Decide(checker.State, input, centre.Time.Now) is AgentDecision.Refused refused)
        {
            return refused.Reason;
        }

        switch (input)
        {
            case AgentInput.Release:
                Leave(new AgentInput.Release(TimeSpan.Zero), AgentCallEnd.HungUp);
                break;
            case AgentInput.Decline:
                Fail(input, AgentCallEnd.Declined);
                break;
            default:
                centre.Roster.Apply(checker, input);
                Meet();
                break;
        }

        return null;
    }

    public void PhoneAlerts(bool hasEarlyMedia) => centre.Roster.Apply(checker, new AgentInput.PhoneAlerts());

    public void PhonePicksUp()
    {
        if (centre.Roster.Apply(checker, new AgentInput.PickUp(Answers: true)) is null)
        {
            Meet();
        }
    }

    public void PhoneFails(bool isRejected) => Fail(
        isRejected ? new AgentInput.Decline() : new AgentInput.PhoneFails(),
        isRejected ? AgentCallEnd.Declined : AgentCallEnd.Missed);

    public void PhoneHangsUp()
    {
        if (checker.State is AgentState.Ringing)
        {
            PhoneFails(isRejected: true);
        }
        else
        {
            Leave(new AgentInput.Release(TimeSpan.Zero), AgentCallEnd.HungUp);
        }
    }

    /// <summary>The call is over, or of another agent.</summary>
    public void End()
    {
        centre.Time.Cancel(_next);
        if (checker.Call == this)
        {
            centre.Roster.LetGo(
                checker,
                new AgentInput.CustomerRelease(TimeSpan.Zero),
                checker.State is AgentState.Ringing ? AgentCallEnd.CallerGaveUp : AgentCallEnd.CustomerHungUp);
        }
    }

    private void Meet()
    {
        if (checker.State is AgentState.Talking)
        {
            centre.Time.Cancel(_next);
            call.Meet(this);
        }
    }

    private void Fail(AgentInput input, AgentCallEnd end)
    {
        Leave(input, end);
        centre.Roster.Habits.ReturnSoon(checker);
    }

    private void Leave(AgentInput input, AgentCallEnd end)
    {
        centre.Time.Cancel(_next);
        call.Remove(this);
        centre.Roster.LetGo(checker, input, end);
    }
}
