using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Outbound;

/// <summary>
/// A customer's call that an IVR flow has sent on to a number: to the registered phone that has it, or to a customer
/// who answers as <c>outbound</c> of the scenario has it.
/// </summary>
internal sealed class ForwardedCall(ContactCentre centre, Call call, string number) : ICallFlow, ICalledPhone
{
    private ScheduledTimer? _next;
    private IPhoneLeg? _leg;
    private bool _hasMet;

    public string Account => number;

    public IPhoneLeg? Leg => _leg;

    public void Begin()
    {
        var drawn = OutboundPlan.Draw(centre.Settings.Outbound, number, centre.Random);
        var plan = centre.PlanAtPhone(number) ?? drawn;
        Later(OutboundCall.SetUp, plan.IsPhone ? RingPhone : () => Reach(plan));
    }

    public void PhoneAlerts(bool hasEarlyMedia)
    {
        if (hasEarlyMedia)
        {
            call.Leg?.SetAgentPhone(_leg);
        }
    }

    public void PhonePicksUp() => Meet(OutboundPlan.OfPhone);

    public void PhoneFails(bool isRejected) => End(isRejected ? Causes.Rejected : Causes.NoAnswer);

    public void PhoneHangsUp()
    {
        if (_hasMet)
        {
            centre.Progress.Apply(call, new CallInput.Release(Causes.NormalRelease));
        }
        else
        {
            PhoneFails(isRejected: true);
        }
    }

    public void PhoneHolds(bool isHolding)
    {
        call.IsHeldByAgent = isHolding;
        call.Leg?.AgentHolds(isHolding);
    }

    public void OnDropped()
    {
        Stop();
        centre.Progress.Apply(call, new CallInput.Release(Cause.Dropped));
    }

    public void Stop()
    {
        centre.Time.Cancel(_next);
        _leg?.HangUp("the call is over");
        _leg = null;
    }

    private void RingPhone()
    {
        if (centre.Phones.LineOf(number) is not { } line)
        {
            End(Causes.NoAnswer);
            return;
        }

        Hear(ToneKind.Ringback);
        var ringing = centre.NewAgentCall(call) with { Called = number };
        _leg = centre.RingPhone(line, ringing, call.User, answersItself: false);
        Later(centre.Settings.RingingMax, () => End(Causes.NoAnswer));
    }

    private void Reach(OutboundPlan plan)
    {
        Hear(plan.Alerts ? ToneKind.Ringback : ToneKind.Busy);
        if (plan.AnswersAfter is { } wait)
        {
            Later(wait, () => Meet(plan));
        }
        else if (plan.Alerts)
        {
            Later(centre.Settings.RingingMax, () => End(Causes.NoAnswer));
        }
        else
        {
            Later(
                OutboundCall.FailureToneFor,
                () => End(plan.Fate is OutboundOutcome.Busy ? Causes.Rejected : Causes.ConnectionFailed));
        }
    }

    private void Hear(ToneKind tone) => call.SetTones(new LegTones(new Sound.Tone(tone), Keeping: null));

    private void Meet(OutboundPlan plan)
    {
        centre.Time.Cancel(_next);
        _hasMet = true;
        call.SetPresent(_leg, isThere: true);
        if (plan.TalksFor is { } talk)
        {
            Later(talk, () => centre.Progress.Apply(call, new CallInput.Release(Causes.NormalRelease)));
        }
    }

    private void End(Cause cause) => centre.Progress.Apply(call, new CallInput.Fail(cause));

    private void Later(TimeSpan wait, Action act) =>
        _next = centre.Time.At(centre.Time.Now + wait, "forwarded call", act);
}
