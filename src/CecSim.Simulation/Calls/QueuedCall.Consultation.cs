namespace CecSim.Simulation.Calls;

/// <content>Whom its agent calls beside the customer, as <see cref="ConsultationMachine"/> has it.</content>
internal sealed partial class QueuedCall
{
    private ConsultationState _stage;
    private SecondParty? _second;
    private AgentCallEnd _whyNot;

    // A number has the customer, in the place of an agent.
    private ConsultedNumber? _far;

    public ICalledPhone? CalledPhone => (_second ?? _far) as ICalledPhone;

    /// <summary>The call by which the agent's phone has called the second party itself; null for none.</summary>
    public IPhoneLeg? OwnCall { get; private set; }

    public ConsultationState Stage => _stage;

    /// <summary>Whom the agent has called beside the customer; null for nobody.</summary>
    public SecondParty? Second => _second;

    private IPhoneLeg? TalkingAt => OwnCall ?? Agent?.Phone;

    /// <summary>The agent's phone, which holds the customer, dials somebody else.</summary>
    public AgentRefusal? ConsultAt(IPhoneLeg ownCall, TransferTarget target)
    {
        OwnCall = ownCall;
        var refusal = CallSecond(target, ConsultationInput.Consult);
        if (refusal is not null)
        {
            OwnCall = null;
        }

        return refusal;
    }

    public void SecondRings(bool hasEarlyMedia)
    {
        if (hasEarlyMedia && _second!.Phone is { } phone)
        {
            TalkingAt?.Join(phone);
        }
        else
        {
            TalkingAt?.Play(PhoneSound.Ringback);
        }
    }

    public void SecondAnswers() => Step(ConsultationInput.Answers);

    public void SecondLeaves(SecondParty second, AgentCallEnd end)
    {
        if (second == _far)
        {
            End(new CallInput.Release(Causes.NormalRelease));
        }
        else
        {
            _whyNot = end;
            Step(ConsultationInput.SecondLeaves);
        }
    }

    public void SecondHolds(bool isHolding)
    {
        if (_far is not null)
        {
            HoldCustomer(isHolding);
            return;
        }

        TalkingAt?.Play(isHolding ? PhoneSound.Music : PhoneSound.Peer);
        TalkingAt?.ShowHold(isHolding);
    }

    /// <summary>The agent puts the second party on hold, or comes back to it.</summary>
    public void AgentHoldsSecond(bool isHolding)
    {
        _second?.Phone?.Play(isHolding ? PhoneSound.Music : PhoneSound.Peer);
        _second?.Phone?.ShowHold(isHolding);
    }

    private AgentRefusal? Step(ConsultationInput input)
    {
        var decision = ConsultationMachine.Decide(_stage, input);
        if (decision is not ConsultationDecision.Accepted accepted)
        {
            return ((ConsultationDecision.Refused)decision).Reason;
        }

        // Whoever has the customer now can hand it on again.
        _stage = accepted.Next is ConsultationState.Over ? ConsultationState.None : accepted.Next;
        foreach (var effect in accepted.Effects)
        {
            Do(effect);
        }

        return null;
    }

    private void Do(ConsultationEffect effect)
    {
        switch (effect)
        {
            case ConsultationEffect.HoldCustomer:
                centre.Time.Cancel(_nextAct);
                centre.Roster.Apply(Agent!, new AgentInput.Hold());
                SetAside(isAside: true);
                call.AgentPhone = null;
                call.Leg?.SetAgentPhone(null);
                break;
            case ConsultationEffect.CallSecond:
                _second!.Begin();
                break;
            case ConsultationEffect.JoinSecond:
                JoinSecond();
                break;
            case ConsultationEffect.JoinAll:
                JoinAll();
                break;
            case ConsultationEffect.LetSecondGo:
                LetSecondGo();
                break;
            case ConsultationEffect.TellDone:
                TellResult(whyNot: null);
                break;
            case ConsultationEffect.TellFailed:
                TellResult(_whyNot);
                break;
            case ConsultationEffect.Retrieve:
                Retrieve();
                break;
            case ConsultationEffect.LetAgentGo:
                EndOwnCall();
                LetAgentGoOn();
                break;
            case ConsultationEffect.GiveToSecond:
                GiveToSecond();
                break;
            case ConsultationEffect.Requeue:
                SetAgentPresent(false);
                EndHold();
                OnTransferred();
                centre.Distribution.Enter(this, Queue!);
                break;
            default:
                throw new InvalidOperationException($"No way to do {effect}.");
        }
    }

    private void JoinSecond()
    {
        centre.Roster.Tell(Agent!, AgentNotices.Talking(_second!.Ringing with { IsOutbound = true }));
        if (_second.Phone is { } phone)
        {
            TalkingAt?.Join(phone);
        }
        else
        {
            TalkingAt?.Play(PhoneSound.FarEnd);
        }
    }

    private void JoinAll()
    {
        EndOwnCall();
        centre.Roster.Apply(Agent!, new AgentInput.Retrieve());
        JoinAgent();
        Confer();
        EndHold();
        centre.Roster.Tell(
            Agent!, AgentNotices.Conference(Agent!.State.AnyCall!, _second!.Ringing.Called));
        if (_second is ConsultedAgent { Agent: var second })
        {
            centre.Roster.Tell(second, AgentNotices.Conference(_second.Ringing, _second.Ringing.Caller));
        }
    }

    private void JoinAgent()
    {
        call.AgentPhone = Agent!.Phone;
        call.Leg?.SetAgentPhone(call.AgentPhone);
    }

    private void LetSecondGo()
    {
        var gone = _second;
        _second = null;
        Confer();
        gone?.LetGo();
    }

    private void TellResult(AgentCallEnd? whyNot)
    {
        centre.Roster.Tell(Agent!, _second!.ResultOf(Agent!.State.AnyCall!, isDone: whyNot is null));
        Agent.Phone?.TransferEnded(whyNot);
    }

    // A phone that has called by itself comes back by itself: it holds the customer.
    private void Retrieve()
    {
        var comesBackItself = OwnCall is not null;
        EndOwnCall();
        Agent!.Phone?.Play(PhoneSound.Silence);
        JoinAgent();
        if (comesBackItself)
        {
            SetAside(isAside: false);
        }
        else
        {
            centre.Roster.Apply(Agent, new AgentInput.Retrieve());
            EndHold();
        }
    }

    private void EndOwnCall()
    {
        OwnCall?.HangUp("the consultation is over");
        OwnCall = null;
    }

    private void GiveToSecond()
    {
        var second = _second!;
        _second = null;
        Confer();
        if (second is ConsultedAgent { Agent: var next })
        {
            GoOnWith(next);
            return;
        }

        _far = (ConsultedNumber)second;
        call.SetPresent(_far.Phone, isThere: true);
        EndHold();
        OnTransferred();
    }

    // The agent who talks with somebody of this call already has the customer too.
    private void GoOnWith(Agent next)
    {
        Agent = next;
        next.Call = this;
        centre.Roster.Apply(
            next, new AgentInput.TakeOver(centre.NewAgentCall(call) with { TransferredBy = call.TransferredBy }));
        SetAgentPresent(true);
        EndHold();
        OnTransferred();
    }

    private void EndTransfer()
    {
        Step(ConsultationInput.CustomerLeaves);
        EndOwnCall();
        var far = _far;
        _far = null;
        far?.LetGo();
    }
}
