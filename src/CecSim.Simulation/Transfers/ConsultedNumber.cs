using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Transfers;

/// <summary>A number that an agent calls beside its customer, whose fate was drawn before.</summary>
internal sealed class ConsultedNumber(ContactCentre centre, ISecondPartyOwner owner, string number, OutboundPlan plan)
    : SecondParty(centre, owner), ICalledPhone
{
    private IPhoneLeg? _leg;

    public string Account => number;

    public override IPhoneLeg? Phone => _leg;

    IPhoneLeg? ICalledPhone.Leg => _leg;

    public override AgentNotice ResultOf(AgentCall handed, bool isDone) =>
        AgentNotices.TransOutResult(handed, isDone);

    public override void Begin() =>
        Later(OutboundCall.SetUp, plan.IsPhone ? RingPhone : plan.Alerts ? Alert : FailAsDrawn);

    private void RingPhone()
    {
        if (Centre.Phones.LineOf(number) is not { } line)
        {
            Leave(AgentCallEnd.NoAnswer);
            return;
        }

        _leg = Centre.RingPhone(line, Ringing, customer: null, answersItself: false);
        Later(Centre.Settings.RingingMax, () => Leave(AgentCallEnd.NoAnswer));
    }

    private void Alert()
    {
        Owner.SecondRings(hasEarlyMedia: false);
        if (plan.AnswersAfter is { } wait)
        {
            Later(wait, Answer);
        }
        else
        {
            Later(Centre.Settings.RingingMax, () => Leave(AgentCallEnd.NoAnswer));
        }
    }

    public void PhoneAlerts(bool hasEarlyMedia) => Owner.SecondRings(hasEarlyMedia);

    public void PhonePicksUp() => Answer();

    public void PhoneFails(bool isRejected) => Leave(isRejected ? AgentCallEnd.Busy : AgentCallEnd.NoAnswer);

    public void PhoneHangsUp() => Leave(AgentCallEnd.CustomerHungUp);

    public void PhoneHolds(bool isHolding) => Owner.SecondHolds(isHolding);

    public override void LetGo()
    {
        NothingIsDue();
        _leg?.HangUp("the call is over");
        _leg = null;
    }

    private void Answer()
    {
        NothingIsDue();
        if (plan.TalksFor is { } talk)
        {
            Later(talk, () => Leave(AgentCallEnd.CustomerHungUp));
        }

        Owner.SecondAnswers();
    }

    private void FailAsDrawn() =>
        Leave(plan.Fate is OutboundOutcome.WrongNumber ? AgentCallEnd.WrongNumber : AgentCallEnd.Busy);

    private void Leave(AgentCallEnd end)
    {
        NothingIsDue();
        Owner.SecondLeaves(this, end);
    }
}
