using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <summary>A call that the contact centre serves: a queue, an agent, and what that agent does with it.</summary>
internal sealed partial class QueuedCall(ContactCentre centre, Call call, SkillQueue entrance)
    : Contact(call.User), ICallFlow, IAgentCall, ISecondPartyOwner
{
    private ScheduledTimer? _nextAct;
    private bool _connectIsOwed;

    public User Customer => User;

    public override bool IsChat => false;

    // An agent who hands the call on does not get it back.
    public override Agent? PreferredAgent =>
        call.TransferredBy is null && User.Chat?.Agent is { } agent
        && agent.Settings.Type.Suits((Queue ?? entrance).Settings.Type)
            ? agent
            : null;

    public void Begin()
    {
        SetAgentPresent(false);
        centre.Distribution.Enter(this, entrance);
    }

    public void OnDropped()
    {
        Stop();
        centre.Progress.Apply(call, new CallInput.Release(Cause.Dropped));
    }

    public void Stop()
    {
        centre.Time.Cancel(_nextAct);
        EndWaiting();
        centre.Distribution.Leave(this);
        EndTransfer();
        if (Agent is not null)
        {
            var end = Agent.State is AgentState.Ringing ? AgentCallEnd.CallerGaveUp : AgentCallEnd.CustomerHungUp;
            LetAgentGo(new AgentInput.CustomerRelease(Queue!.Settings.WrapUp), end);
        }
    }

    public override void OnTransferred()
    {
        EndWaiting();
        _placeTold = 0;
        centre.Progress.Apply(call, new CallInput.Transfer());
    }

    public override void OnTransferredToIvr(string ivr)
    {
        EndWaiting();
        if (centre.Settings.Ivr.ContainsKey(ivr))
        {
            IvrExits.Follow(new IvrExit.ToFlow(ivr), centre, call);
            return;
        }

        centre.Progress.Apply(call, new CallInput.Transfer());
        ActLater(ContactCentre.IvrPlaysFor, () => End(new CallInput.Release(Causes.IvrDisconnected)));
    }

    public override void OnGivenUp(QueueExitReason why) => End(why switch
    {
        QueueExitReason.Timeout => new CallInput.QueueTimeout(Cause.QueueTimeout),
        QueueExitReason.Busy => new CallInput.Fail(Causes.ResourcesOccupied),
        QueueExitReason.NoAgents => new CallInput.Fail(Causes.NoAgents),
    });

    // "After the click-to-dial call is created, the AICC preoccupies an agent": the client is told before a simulated
    // agent answers. A person may not answer at all, so there the answer connects; at a phone nobody is
    // told before.
    public override void OnReserved(Agent agent)
    {
        EndWaiting();
        SetTones(Queue!.Settings);
        agent.Call = this;
        var line = centre.Phones.LineOf(agent);
        var ringing = centre.NewAgentCall(call) with { TransferredBy = call.TransferredBy };
        centre.Roster.Apply(agent, new AgentInput.Ring(ringing, line is null ? null : PhoneStage.Invited));
        agent.Phone = centre.RingPhone(agent, ringing, User, answersItself: false);
        _connectIsOwed = agent.Seat is not null || line is not null || call.Dialled is not null;
        if (!_connectIsOwed)
        {
            centre.Progress.Apply(call, new CallInput.Connect());
        }

        Plan(agent);
    }

    private void Plan(Agent agent)
    {
        // A person answers or does not; drawing for it would move every later draw.
        if (agent.Seat is not null || agent.Phone is not null)
        {
            ActLater(centre.Settings.RingingMax, () => Miss(new AgentInput.LetRing(), Causes.NoAnswer));
            return;
        }

        var plan = CallPlan.Draw(agent.Settings.Conduct, centre.Random);
        switch (plan.Act)
        {
            case AnswerBehavior.Ignore:
                ActLater(centre.Settings.RingingMax, () => Miss(new AgentInput.LetRing(), Causes.NoAnswer));
                break;
            case AnswerBehavior.Decline:
                ActLater(plan.After!.Value, () => Miss(new AgentInput.Decline(), Causes.Rejected));
                break;
            default:
                ActLater(plan.After!.Value, () => Answer(plan));
                break;
        }
    }

    private void Answer(CallPlan plan)
    {
        centre.Roster.Apply(Agent!, new AgentInput.Answer());
        Meet();
        if (plan.Act == AnswerBehavior.AnswerAndHangUp)
        {
            Release(Causes.AbnormalRelease);
        }
        else if (plan.TalksFor is { } talk)
        {
            ActLater(talk, FinishTalk);
        }
    }

    private void FinishTalk()
    {
        if (Agent!.Settings.Conduct.TransfersTo is { } name && centre.Distribution.Find(name) is var queue
            && MayGoTo(queue))
        {
            HandOn(queue);
        }
        else
        {
            Release(Causes.NormalRelease);
        }
    }

    private void Release(Cause cause)
    {
        LetAgentGo(new AgentInput.Release(Queue!.Settings.WrapUp), AgentCallEnd.HungUp);
        End(new CallInput.Release(cause));
    }

    private void Miss(AgentInput input, Cause cause)
    {
        var agent = Agent!;
        var hasRungPhone = agent.Phone is not null;
        call.Leg?.SetAgentPhone(null);
        LetAgentGo(input, input is AgentInput.LetRing ? AgentCallEnd.Missed : AgentCallEnd.Declined);
        centre.Roster.Habits.ReturnSoon(agent);
        if (hasRungPhone || _isForOneAgent || call.Dialled is not null)
        {
            _isForOneAgent = false;
            centre.Distribution.Return(this);
        }
        else
        {
            End(new CallInput.Fail(cause));
        }
    }

    /// <summary>The agent acts by hand; whatever it was to do by itself is off.</summary>
    public AgentRefusal? Ask(AgentInput input)
    {
        if (AgentMachine.Decide(Agent!.State, input, centre.Time.Now) is AgentDecision.Refused refused)
        {
            return refused.Reason;
        }

        if (input is AgentInput.Decline && Agent.Settings.Role != AgentRole.Callout)
        {
            return AgentRefusal.RoleMayNotDecline;
        }

        if (input.IsOfTransfer)
        {
            return DoTransfer(input);
        }

        if (input is AgentInput.Answer && IsPhoneToBePickedUp)
        {
            AnswerAtBar(input);
            return null;
        }

        centre.Time.Cancel(_nextAct);
        switch (input)
        {
            case AgentInput.Decline:
                Miss(input, Causes.Rejected);
                break;
            case AgentInput.Release when _stage is ConsultationState.None:
                Release(Causes.NormalRelease);
                break;
            case AgentInput.Release:
                Step(ConsultationInput.AgentLeaves);
                break;
            case AgentInput.Retrieve when _stage is not ConsultationState.None:
                return Step(ConsultationInput.ComeBack);
            default:
                centre.Roster.Apply(Agent, input);
                Hold(input);
                if (input is AgentInput.Answer)
                {
                    Meet();
                }

                break;
        }

        return null;
    }

    private void Hold(AgentInput input)
    {
        if (input is AgentInput.Hold or AgentInput.Retrieve)
        {
            call.IsHeldByAgent = input is AgentInput.Hold;
            call.Leg?.AgentHolds(call.IsHeldByAgent);
        }
    }

    private void Meet()
    {
        SetAgentPresent(true);
        TellWhoAnswers();
        if (_connectIsOwed)
        {
            centre.Progress.Apply(call, new CallInput.Connect());
        }
    }

    private void SetAgentPresent(bool isThere) => call.SetPresent(isThere ? Agent!.Phone : null, isThere);

    public void AgentMutes(bool isMuted)
    {
        call.IsMutedByAgent = isMuted;
        call.Leg?.AgentMutes(isMuted);
    }

    private void LetAgentGo(AgentInput input, AgentCallEnd end)
    {
        if (call.IsMutedByAgent)
        {
            AgentMutes(isMuted: false);
        }

        EndSupervision();
        var agent = Agent!;
        Agent = null;
        centre.Roster.LetGo(agent, input, end);
    }

    private void End(CallInput input) => centre.Progress.Apply(call, input);

    private void ActLater(TimeSpan wait, Action act) =>
        _nextAct = centre.Time.At(centre.Time.Now + wait, "agent act", act);
}
