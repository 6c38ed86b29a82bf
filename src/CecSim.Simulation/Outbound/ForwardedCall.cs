using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Outbound;

/// <summary>
/// A customer's call that an IVR flow has sent on to a number. Who is there answers as <c>outbound</c> of the scenario
/// has it.
/// </summary>
internal sealed class ForwardedCall(ContactCentre centre, Call call, string number) : ICallFlow
{
    private ScheduledTimer? _next;

    public string Number => number;

    public void Begin()
    {
        var plan = OutboundPlan.Draw(centre.Settings.Outbound, number, centre.Random);
        Later(OutboundCall.SetUp, () => Reach(plan));
    }

    public void OnDropped()
    {
        Stop();
        centre.Progress.Apply(call, new CallInput.Release(Cause.Dropped));
    }

    public void Stop() => centre.Time.Cancel(_next);

    private void Reach(OutboundPlan plan)
    {
        call.SetTones(new LegTones(
            new Sound.Tone(plan.Alerts ? ToneKind.Ringback : ToneKind.Busy), Keeping: null));
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

    private void Meet(OutboundPlan plan)
    {
        call.IsAgentPresent = true;
        call.Leg?.SetAgentPresent(isThere: true);
        if (plan.TalksFor is { } talk)
        {
            Later(talk, () => centre.Progress.Apply(call, new CallInput.Release(Causes.NormalRelease)));
        }
    }

    private void End(Cause cause) => centre.Progress.Apply(call, new CallInput.Fail(cause));

    private void Later(TimeSpan wait, Action act) =>
        _next = centre.Time.At(centre.Time.Now + wait, "forwarded call", act);
}
