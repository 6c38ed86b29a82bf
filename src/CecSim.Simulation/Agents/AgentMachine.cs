using static CecSim.Simulation.Agents.AgentDecision;
using static CecSim.Simulation.Agents.AgentInput;
using static CecSim.Simulation.Agents.AgentState;

namespace CecSim.Simulation.Agents;

/// <summary>
/// An agent's life as one pure function; the table below is the whole rule. The order of events within a change follows
/// the API reference: a release tells Call_Release, Customer_Release, PhoneRelease and then the state.
/// </summary>
public static class AgentMachine
{
    /// <param name="alerting">When AgentEvent_Customer_Alerting is told.</param>
    public static AgentDecision Decide(
        AgentState state,
        AgentInput input,
        DateTimeOffset now,
        AlertingMeaning alerting = AlertingMeaning.Holding) => (state, input) switch
    {
        // A tick changes nothing unless a deadline has truly passed, so a late or repeated one is harmless.
        (WrapUp s, Tick) when now >= s.EndsAt => new Accepted(new Ready(), AgentNotices.Ready),
        (Resting { ReminderAt: { } at } s, Tick) when now >= at =>
            new Accepted(s with { ReminderAt = null }, AgentNotices.RestTimeout),
        (_, Tick) => new Accepted(state),

        (SignedOut, SignIn) => new Accepted(new Ready(), AgentNotices.Ready),
        (_, SignIn) => new Refused(AgentRefusal.AlreadySignedIn),
        (SignedOut, _) => new Refused(AgentRefusal.SignedOut),

        (Dialing s, _) => DecideWhileDialing(s, input, alerting),
        (Ringing or Talking or Holding, _) => DecideInCall(state, input, now, alerting),
        (_, CustomerAlerts or CustomerAnswers or CallOutFails or InsideCallFails) => new Refused(AgentRefusal.NoCall),
        (_, Answer or Decline or LetRing or PhoneAlerts or PickUp or PhoneFails) =>
            new Refused(AgentRefusal.NoCallRings),
        (_, Hold or Retrieve or Release or CustomerRelease) => new Refused(AgentRefusal.NoCall),
        (_, { IsOfTransfer: true } or TakeOver) => new Refused(AgentRefusal.NoCall),

        (_, SignOut) => new Accepted(new SignedOut()),
        (Ready, Ring { Phone: not null } i) => new Accepted(new Ringing(i.Call, i.Phone), AgentNotices.Busy),
        (Ready, Ring i) => new Accepted(
            new Ringing(i.Call), AgentNotices.Busy, AgentNotices.PhoneAlerting, AgentNotices.Ringing(i.Call)),
        (_, Ring) => new Refused(AgentRefusal.NotIdle),

        // A busy agent wants no calls, but may make one; the order is that of public clients, found without a claim.
        (Ready or NotReady or WrapUp or Working, CallOut { Phone: PhoneStage.OffHook } i) =>
            new Accepted(new Dialing(i.Call, i.Phone), AgentNotices.PhoneOffhook, AgentNotices.Busy),
        (Ready or NotReady or WrapUp or Working, CallOut { Phone: not null } i) =>
            new Accepted(new Dialing(i.Call, i.Phone)),
        (Ready or NotReady or WrapUp or Working, CallOut i) =>
            new Accepted(new Dialing(i.Call), AgentNotices.PhoneAlerting, AgentNotices.Busy),
        (_, CallOut) => new Refused(AgentRefusal.NotIdle),

        (Ready or WrapUp or Working, SetNotReady i) =>
            new Accepted(new NotReady(i.Reason), AgentNotices.SetNotReady(i.Reason)),
        (_, SetNotReady) => new Refused(AgentRefusal.NotIdle),
        (NotReady, CancelNotReady) => new Accepted(new Ready(), AgentNotices.CancelNotReady, AgentNotices.Ready),
        (_, CancelNotReady) => new Refused(AgentRefusal.NotBusy),

        // "Forced by inspector" is a reason of being busy, and has events of its own as well.
        (Ready or WrapUp or Working or Resting or NotReady, ForceNotReady) => new Accepted(
            new NotReady(NotReadyReason.ForcedByInspector),
            AgentNotices.ForceNotReady,
            AgentNotices.SetNotReady(NotReadyReason.ForcedByInspector)),
        (NotReady or WrapUp or Working or Resting, ForceReady) =>
            new Accepted(new Ready(), AgentNotices.ForceReady, AgentNotices.Ready),
        (_, ForceReady) => new Refused(AgentRefusal.NotBusy),

        (Ready or WrapUp or Working or NotReady, SetRest i) =>
            new Accepted(new Resting(i.Reason, now + i.Allowed), AgentNotices.SetRest(i.Reason)),
        (_, SetRest) => new Refused(AgentRefusal.NotIdle),
        (Resting, CancelRest) => new Accepted(new Ready(), AgentNotices.CancelRest, AgentNotices.Ready),
        (_, CancelRest) => new Refused(AgentRefusal.NotResting),

        (Ready or NotReady or WrapUp, SetWork) => new Accepted(new Working(), AgentNotices.SetWork),
        (_, SetWork) => new Refused(AgentRefusal.NotIdle),
        (Working or WrapUp, CancelWork) => new Accepted(new Ready(), AgentNotices.CancelWork, AgentNotices.Ready),
        (_, CancelWork) => new Refused(AgentRefusal.NotWorking),

        _ => throw new InvalidOperationException($"No rule for {input} in {state}."),
    };

    private static AgentDecision DecideWhileDialing(
        Dialing state, AgentInput input, AlertingMeaning alerting) => input switch
    {
        PhoneAlerts when state.Phone is PhoneStage.Invited =>
            new Accepted(state with { Phone = PhoneStage.Alerting }, AgentNotices.PhoneAlerting),
        PickUp when state.Phone is PhoneStage.Invited or PhoneStage.Alerting => new Accepted(
            state with { Phone = PhoneStage.OffHook },
            [.. AlertingBefore(state.Phone.Value), AgentNotices.PhoneOffhook, AgentNotices.Busy]),
        PhoneAlerts or PickUp or PhoneFails => new Refused(AgentRefusal.NoCallRings),
        CustomerAlerts when alerting is AlertingMeaning.Ringing =>
            new Accepted(state, AgentNotices.CustomerAlerting(state.Call)),
        CustomerAlerts => new Accepted(state),
        CustomerAnswers => new Accepted(new Talking(state.Call), AgentNotices.Talking(state.Call)),
        CallOutFails => new Accepted(
            new Ready(), AgentNotices.CallOutFail(state.Call), AgentNotices.PhoneRelease, AgentNotices.Ready),

        InsideCallFails => new Accepted(
            new Ready(), AgentNotices.InsideCallFail(state.Call), AgentNotices.PhoneRelease, AgentNotices.Ready),

        // Nobody talked, so there is no customer who leaves and nothing to wrap up.
        Release => new Accepted(
            new Ready(), AgentNotices.CallRelease(state.Call), AgentNotices.PhoneRelease, AgentNotices.Ready),
        CustomerRelease => new Accepted(
            new Ready(), AgentNotices.CallRelease(state.Call), AgentNotices.PhoneRelease, AgentNotices.Ready),
        Answer or Decline or LetRing => new Refused(AgentRefusal.NoCallRings),
        Hold or { IsOfTransfer: true } or TakeOver => new Refused(AgentRefusal.NoCall),
        Retrieve => new Refused(AgentRefusal.NotHolding),
        _ => new Refused(AgentRefusal.InCall),
    };

    private static AgentDecision DecideInCall(
        AgentState state, AgentInput input, DateTimeOffset now, AlertingMeaning alerting) =>
        (state, input) switch
        {
            (Ringing { Phone: PhoneStage.Invited } s, PhoneAlerts) =>
                new Accepted(s with { Phone = PhoneStage.Alerting }, AgentNotices.PhoneAlerting),
            (Ringing { Phone: PhoneStage.Invited or PhoneStage.Alerting } s, PickUp i) => PickedUp(s, i),
            (Ringing { Phone: not null } s, PhoneFails) => Unanswered(s.Call, NotReadyReason.PhoneUnavailable),
            (_, PhoneAlerts or PickUp or PhoneFails) => new Refused(AgentRefusal.NoCallRings),

            // What the phone is to carry can begin only with the phone.
            (Ringing { Phone: PhoneStage.Invited or PhoneStage.Alerting } s, Answer) =>
                new Accepted(s with { IsAnsweredAtBar = true }),
            (Ringing s, Answer) => new Accepted(new Talking(s.Call), AgentNotices.Talking(s.Call)),
            (_, Answer) => new Refused(AgentRefusal.NoCallRings),
            (Ringing s, Decline) => Unanswered(s.Call, NotReadyReason.RejectedCall),
            (_, Decline) => new Refused(AgentRefusal.NoCallRings),
            (Ringing s, LetRing) => Unanswered(s.Call, NotReadyReason.LongNoAnswer),
            (_, LetRing) => new Refused(AgentRefusal.NoCallRings),

            // Nobody talked, so there is nothing to wrap up.
            (Ringing s, CustomerRelease) => Released(s.Call, new Ready(), AgentNotices.Ready),
            (Ringing, Hold or Retrieve or Release or { IsOfTransfer: true } or TakeOver) =>
                new Refused(AgentRefusal.NoCall),

            (Talking s, Hold) when alerting is AlertingMeaning.Holding => new Accepted(
                new Holding(s.Call), AgentNotices.Hold(s.Call), AgentNotices.HoldingSuccess(s.Call)),
            (Talking s, Hold) => new Accepted(new Holding(s.Call), AgentNotices.Hold(s.Call)),
            (Holding s, Retrieve) => new Accepted(new Talking(s.Call), AgentNotices.Talking(s.Call)),
            (_, Hold) => new Refused(AgentRefusal.NoCall),
            (_, Retrieve) => new Refused(AgentRefusal.NotHolding),

            // What becomes of it is the call's.
            (_, { IsOfTransfer: true }) => new Accepted(state),
            (_, TakeOver i) => new Accepted(new Talking(i.Call), AgentNotices.Talking(i.Call)),
            (Talking s, Release i) => AfterCall(s.Call, i.WrapUp, now),
            (Holding s, Release i) => AfterCall(s.Call, i.WrapUp, now),
            (Talking s, CustomerRelease i) => AfterCall(s.Call, i.WrapUp, now),
            (Holding s, CustomerRelease i) => AfterCall(s.Call, i.WrapUp, now),
            _ => new Refused(AgentRefusal.InCall),
        };

    private static Accepted PickedUp(Ringing state, PickUp input)
    {
        List<AgentNotice> notices =
        [
            .. AlertingBefore(state.Phone!.Value), AgentNotices.PhoneOffhook, AgentNotices.Ringing(state.Call),
        ];
        return input.Answers || state.IsAnsweredAtBar
            ? new Accepted(new Talking(state.Call), [.. notices, AgentNotices.Talking(state.Call)])
            : new Accepted(state with { Phone = PhoneStage.OffHook }, notices);
    }

    // A phone that answers at once never said that it rings.
    private static IEnumerable<AgentNotice> AlertingBefore(PhoneStage stage) =>
        stage is PhoneStage.Invited ? [AgentNotices.PhoneAlerting] : [];

    private static Accepted Unanswered(AgentCall call, int reason) =>
        Released(call, new NotReady(reason), AgentNotices.SetNotReady(reason));

    private static Accepted AfterCall(AgentCall call, TimeSpan wrapUp, DateTimeOffset now) => wrapUp == TimeSpan.Zero
        ? Released(call, new Ready(), AgentNotices.Ready)
        : Released(call, new WrapUp(now + wrapUp), AgentNotices.Work);

    private static Accepted Released(AgentCall call, AgentState next, AgentNotice state) => new(
        next, AgentNotices.CallRelease(call), AgentNotices.CustomerRelease(call), AgentNotices.PhoneRelease, state);
}

/// <summary>What the machine answers: a next state with the events to publish, or a reason why not.</summary>
public abstract record AgentDecision
{
    private AgentDecision()
    {
    }

    public sealed record Accepted(AgentState Next, params IReadOnlyList<AgentNotice> Notices) : AgentDecision;

    public sealed record Refused(AgentRefusal Reason) : AgentDecision;
}
