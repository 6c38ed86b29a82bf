using CecSim.Telephony.Registrar;

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
    /// <param name="sdp">Its offer; empty when it asks for one instead (RFC 3261, section 14.2).</param>
    ValueTask<InviteDecision> ReofferAsync(SipCall changed, string sdp);

    /// <summary>The caller's ACK answers the offer that the 200 to an INVITE without one brought.</summary>
    /// <returns>What is wrong with it, which ends the call; null when it is in order.</returns>
    string? TakeAnswer(SipCall answered, string sdp);

    /// <summary>The caller hands its call on (RFC 3515).</summary>
    /// <returns>
    /// Why not; null when it is done or under way, of which <see cref="SipCall.NotifyReferred"/> tells.
    /// </returns>
    ValueTask<InviteDecision.Refuse?> ReferAsync(SipReferral referral) =>
        ValueTask.FromResult<InviteDecision.Refuse?>(new(403) { Why = "Nobody hands calls on here" });

    /// <summary>Whether an INVITE of that user could be for anybody: OPTIONS asks (RFC 3261, section 11.2).</summary>
    bool Serves(string user, string domain);

    void Dtmf(SipCall pressed, string digits);

    /// <summary>Comes exactly once for each call offered to <see cref="InviteAsync"/>, refused ones included.</summary>
    void Ended(SipCall ended, CallEnd why);

    /// <summary>A phone has registered at a contact, or has done so again.</summary>
    /// <param name="lifetime">How long it holds unless it comes again.</param>
    void Registered(SipBinding phone, TimeSpan lifetime);

    /// <summary>A phone is no longer at a contact.</summary>
    void Unregistered(SipBinding phone, RegistrationEnd why);

    /// <summary>Whether a registered phone answers OPTIONS: the first time, and when that changes.</summary>
    void Probed(SipBinding phone, bool isReachable)
    {
    }

    /// <summary>
    /// A request was answered with 400 or more, whoever refused it: the application is told of its own refusals too.
    /// What asks for a password the first time is no refusal.
    /// </summary>
    void Refused(RefusedRequest refused);
}
