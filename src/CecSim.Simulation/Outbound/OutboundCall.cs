namespace CecSim.Simulation.Outbound;

/// <summary>A call that an agent makes to a number, whose fate was drawn before.</summary>
internal sealed class OutboundCall(ContactCentre centre, Agent agent, OutboundPlan plan) : IAgentCall
{
    /// <summary>How long the network takes to reach the customer's phone. No document says.</summary>
    public static readonly TimeSpan SetUp = TimeSpan.FromSeconds(1);

    /// <summary>How long a phone hears the tone of a call that failed. No document says.</summary>
    public static readonly TimeSpan FailureToneFor = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan WrapUp = new QueueSettings { Name = "" }.WrapUp;

    private ScheduledTimer? _next;
    private string _number = "";
    private CalledPhone? _called;

    public ICalledPhone? CalledPhone => _called;

    public User? Customer => null;

    /// <param name="offHook">The agent's phone, where it is there that the number was dialled.</param>
    /// <returns>Why there is no call; null when it was begun.</returns>
    public AgentRefusal? Begin(AgentCall call, IPhoneLeg? offHook)
    {
        var line = offHook is null ? centre.Phones.LineOf(agent) : null;
        PhoneStage? phone = offHook is not null ? PhoneStage.OffHook : line is not null ? PhoneStage.Invited : null;
        if (centre.Roster.Apply(agent, new AgentInput.CallOut(call, phone)) is { } refusal)
        {
            return refusal;
        }

        _number = call.Called;
        agent.Call = this;
        agent.Phone = offHook ?? centre.RingPhone(agent, call, customer: null, answersItself: true);
        if (line is null)
        {
            SetUpCall();
        }
        else
        {
            // "The agent's phone first, then the number": nobody is called who would find nobody.
            Later(centre.Settings.RingingMax, () => End(new AgentInput.CallOutFails(), AgentCallEnd.Missed));
        }

        return null;
    }

    public void PhoneAlerts(bool hasEarlyMedia) => centre.Roster.Apply(agent, new AgentInput.PhoneAlerts());

    public void PhonePicksUp()
    {
        if (centre.Roster.Apply(agent, new AgentInput.PickUp(Answers: true)) is null)
        {
            centre.Time.Cancel(_next);
            SetUpCall();
        }
    }

    public void PhoneFails(bool isRejected) =>
        End(new AgentInput.CallOutFails(), isRejected ? AgentCallEnd.Declined : AgentCallEnd.Missed);

    public void PhoneHangsUp() => Ask(new AgentInput.Release(WrapUp));

    private void SetUpCall() => Later(SetUp, plan.IsPhone ? RingCalledPhone : plan.Alerts ? Alert : Fail);

    // What it shows as the caller is the agent's number.
    private void RingCalledPhone()
    {
        if (centre.Phones.LineOf(_number) is not { } line)
        {
            Fail(OutboundOutcome.NoAnswer);
            return;
        }

        _called = new CalledPhone(_number, this);
        _called.Leg = centre.RingPhone(
            line, agent.State.AnyCall! with { IsOutbound = false }, customer: null, answersItself: false);
        Later(centre.Settings.RingingMax, Fail);
    }

    /// <summary>The phone that was called rings.</summary>
    public void Ring(bool hasEarlyMedia = false)
    {
        centre.Roster.Apply(agent, new AgentInput.CustomerAlerts());
        if (hasEarlyMedia)
        {
            agent.Phone?.Join(_called!.Leg!);
        }
        else
        {
            agent.Phone?.Play(PhoneSound.Ringback);
        }
    }

    /// <summary>The phone that was called is picked up.</summary>
    public void Meet()
    {
        centre.Time.Cancel(_next);
        centre.Roster.Apply(agent, new AgentInput.CustomerAnswers());
        if (agent.Phone is { } phone)
        {
            phone.Join(_called!.Leg!);
        }
    }

    /// <summary>The phone that was called does not take the call.</summary>
    public void FailAtPhone(bool isRejected)
    {
        centre.Time.Cancel(_next);
        Fail(isRejected ? OutboundOutcome.Busy : OutboundOutcome.NoAnswer);
    }

    /// <summary>Who was called hangs up.</summary>
    public void LeaveAtPhone()
    {
        if (agent.State is AgentState.Talking or AgentState.Holding)
        {
            End(new AgentInput.CustomerRelease(WrapUp), AgentCallEnd.CustomerHungUp);
        }
        else
        {
            FailAtPhone(isRejected: true);
        }
    }

    /// <summary>Who was called holds the call, or comes back.</summary>
    public void HoldAtPhone(bool isHolding)
    {
        agent.Phone?.Play(isHolding ? PhoneSound.Music : PhoneSound.Peer);
        agent.Phone?.ShowHold(isHolding);
    }

    public AgentRefusal? Ask(AgentInput input)
    {
        if (input.IsOfTransfer)
        {
            return AgentRefusal.NotTransferable;
        }

        if (AgentMachine.Decide(agent.State, input, centre.Time.Now) is AgentDecision.Refused refused)
        {
            return refused.Reason;
        }

        if (input is AgentInput.Release)
        {
            End(new AgentInput.Release(WrapUp), AgentCallEnd.HungUp);
        }
        else
        {
            centre.Roster.Apply(agent, input);
            ShowHold(input);
        }

        return null;
    }

    private void ShowHold(AgentInput input)
    {
        if (input is AgentInput.Hold or AgentInput.Retrieve && _called?.Leg is { } called)
        {
            called.Play(input is AgentInput.Hold ? PhoneSound.Music : PhoneSound.Peer);
            called.ShowHold(input is AgentInput.Hold);
        }
    }

    private void Alert()
    {
        Ring();
        if (plan.AnswersAfter is { } wait)
        {
            Later(wait, Answer);
        }
        else
        {
            Later(centre.Settings.RingingMax, Fail);
        }
    }

    private void Answer()
    {
        centre.Roster.Apply(agent, new AgentInput.CustomerAnswers());
        agent.Phone?.Play(PhoneSound.FarEnd);
        if (plan.TalksFor is { } talk)
        {
            Later(talk, () => End(new AgentInput.CustomerRelease(WrapUp), AgentCallEnd.CustomerHungUp));
        }
    }

    private void Fail() => Fail(plan.IsPhone ? OutboundOutcome.NoAnswer : plan.Fate);

    private void Fail(OutboundOutcome fate)
    {
        if (agent.Phone is { } phone)
        {
            // Its person hears why, though the agent is free again.
            agent.Phone = null;
            phone.Play(fate is OutboundOutcome.WrongNumber ? PhoneSound.SpecialInformation : PhoneSound.Busy);
            centre.Time.At(centre.Time.Now + FailureToneFor, "failure tone", () => phone.HangUp("not reached"));
        }

        End(new AgentInput.CallOutFails(), fate switch
        {
            OutboundOutcome.Busy => AgentCallEnd.Busy,
            OutboundOutcome.WrongNumber => AgentCallEnd.WrongNumber,
            _ => AgentCallEnd.NoAnswer,
        });
    }

    private void End(AgentInput input, AgentCallEnd end)
    {
        centre.Time.Cancel(_next);
        _called?.Leg?.HangUp("the call is over");
        _called = null;
        centre.Roster.LetGo(agent, input, end);
    }

    private void Later(TimeSpan wait, Action act) =>
        _next = centre.Time.At(centre.Time.Now + wait, "outbound call", act);
}
