namespace CecSim.Telephony.Sip;

/// <summary>
/// What calls mean to the application. Nothing here runs under a lock of the stack, and notices come in the order of
/// the wire, one at a time: one that takes long holds the next. They may come on the thread that just asked something
/// of a call, before it gets its answer.
/// </summary>
public interface ISipCalls
{
    /// <summary>
    /// Somebody calls. It may take as long as a phone may ring; <paramref name="gone"/> is cancelled when the call
    /// ends before, and the decision is then ignored.
    /// </summary>
    ValueTask<InviteDecision> InviteAsync(IncomingInvite invite, CancellationToken gone);

    /// <summary>The caller changes the media of a call. A refusal leaves the call as it is.</summary>
    ValueTask<InviteDecision> ReofferAsync(SipCall changed, string sdp);

    void Dtmf(SipCall pressed, string digits);

    /// <summary>Comes exactly once for each call offered to <see cref="InviteAsync"/>, refused ones included.</summary>
    void Ended(SipCall ended, CallEnd why);

    /// <summary>
    /// A request was answered with 400 or more, whoever refused it: the application is told of its own refusals too.
    /// What asks for a password the first time is no refusal.
    /// </summary>
    void Refused(RefusedRequest refused);
}
