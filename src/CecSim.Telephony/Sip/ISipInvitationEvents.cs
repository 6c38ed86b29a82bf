namespace CecSim.Telephony.Sip;

/// <summary>
/// What becomes of an INVITE of this side. Nothing here runs under a lock of the stack; notices come one at a time, and
/// after <see cref="Answered"/> or <see cref="Failed"/> none. One that throws ends it all: what rings is cancelled, who
/// has picked up is hung up on, and the INVITE has failed with 500.
/// </summary>
public interface ISipInvitationEvents
{
    /// <summary>
    /// A contact rings: 180, or 181 to 183. The first of each contact is told, and the first that has early media.
    /// </summary>
    /// <param name="earlySdp">The answer of its early media (RFC 3960); empty for none.</param>
    void Alerts(InvitedContact contact, int status, string earlySdp);

    /// <summary>One contact has picked up; what the others had to say is over.</summary>
    /// <param name="answered">What it is from now on: its end is told to <see cref="ISipCalls.Ended"/>.</param>
    /// <param name="sdp">The answer to its offer; empty where it gave none.</param>
    void Answered(InvitedContact contact, SipCall answered, string sdp);

    /// <summary>No contact takes the call, or it was cancelled.</summary>
    /// <param name="status">
    /// 300 to 699: 6xx if any said so, else the least (RFC 3261, section 16.7); 487 when it was cancelled.
    /// </param>
    /// <param name="reason">In words, the phone's own where it gave some.</param>
    void Failed(int status, string reason);
}
