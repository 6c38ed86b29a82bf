namespace CecSim.Simulation.Outbound;

/// <summary>A call of an agent to a colleague.</summary>
internal sealed class InternalCall(ContactCentre centre, Agent agent, Agent colleague) : IAgentCall, ISecondPartyOwner
{
    private ScheduledTimer? _next;
    private ConsultedAgent? _second;

    public User? Customer => null;

    /// <param name="offHook">The agent's phone, where it is there that the number was dialled.</param>
    /// <returns>Why there is no call; null when it was begun.</returns>
    public AgentRefusal? Begin(MediaAbility media, IPhoneLeg? offHook)
    {
        var call = centre.NewInternalCall(agent.Settings, colleague.Settings, media);
        var line = offHook is null ? centre.Phones.LineOf(agent) : null;
        PhoneStage? phone = offHook is not null ? PhoneStage.OffHook : line is not null ? PhoneStage.Invited : null;
        if (centre.Roster.Apply(agent, new AgentInput.CallOut(call with { IsOutbound = true }, phone)) is { } refusal)
        {
            return refusal;
        }

        _second = new ConsultedAgent(centre, this, colleague) { Ringing = call with { TransferredBy = null } };
        agent.Call = this;
        agent.Phone = offHook ?? centre.RingPhone(agent, agent.State.AnyCall!, customer: null, answersItself: true);
        if (line is null)
        {
            SetUp();
        }
        else
        {
            Later(centre.Settings.RingingMax, () => Fail(AgentCallEnd.Missed));
        }

        return null;
    }

    public void PhoneAlerts(bool hasEarlyMedia) => centre.Roster.Apply(agent, new AgentInput.PhoneAlerts());

    public void PhonePicksUp()
    {
        if (centre.Roster.Apply(agent, new AgentInput.PickUp(Answers: true)) is null)
        {
            SetUp();
        }
    }

    public void PhoneFails(bool isRejected) => Fail(isRejected ? AgentCallEnd.Declined : AgentCallEnd.Missed);

    public void PhoneHangsUp() => Ask(new AgentInput.Release(TimeSpan.Zero));

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
            End(input, AgentCallEnd.HungUp);
        }
        else
        {
            centre.Roster.Apply(agent, input);
            if (input is AgentInput.Hold or AgentInput.Retrieve)
            {
                _second?.Phone?.Play(input is AgentInput.Hold ? PhoneSound.Music : PhoneSound.Peer);
                _second?.Phone?.ShowHold(input is AgentInput.Hold);
            }
        }

        return null;
    }

    public void SecondRings(bool hasEarlyMedia)
    {
        centre.Roster.Apply(agent, new AgentInput.CustomerAlerts());
        if (hasEarlyMedia && _second?.Phone is { } phone)
        {
            agent.Phone?.Join(phone);
        }
        else
        {
            agent.Phone?.Play(PhoneSound.Ringback);
        }
    }

    public void SecondAnswers()
    {
        centre.Roster.Apply(agent, new AgentInput.CustomerAnswers());
        if (_second?.Phone is { } phone)
        {
            agent.Phone?.Join(phone);
        }
        else
        {
            agent.Phone?.Play(PhoneSound.FarEnd);
        }
    }

    public void SecondLeaves(SecondParty second, AgentCallEnd end)
    {
        if (agent.State is AgentState.Dialing)
        {
            Fail(end is AgentCallEnd.Declined ? AgentCallEnd.Busy : AgentCallEnd.NoAnswer);
        }
        else
        {
            End(new AgentInput.CustomerRelease(TimeSpan.Zero), AgentCallEnd.CustomerHungUp);
        }
    }

    public void SecondHolds(bool isHolding)
    {
        agent.Phone?.Play(isHolding ? PhoneSound.Music : PhoneSound.Peer);
        agent.Phone?.ShowHold(isHolding);
    }

    private void SetUp() => Later(OutboundCall.SetUp, () =>
    {
        if (colleague.State is AgentState.Ready)
        {
            _second!.Begin();
        }
        else
        {
            Fail(AgentCallEnd.Busy);
        }
    });

    private void Fail(AgentCallEnd end) => End(new AgentInput.InsideCallFails(), end);

    private void End(AgentInput input, AgentCallEnd end)
    {
        centre.Time.Cancel(_next);
        var second = _second;
        _second = null;
        second?.LetGo();
        centre.Roster.LetGo(agent, input, end);
    }

    private void Later(TimeSpan wait, Action act)
    {
        centre.Time.Cancel(_next);
        _next = centre.Time.At(centre.Time.Now + wait, "internal call", act);
    }
}
