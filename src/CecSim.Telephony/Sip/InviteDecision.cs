namespace CecSim.Telephony.Sip;

/// <summary>What becomes of an INVITE.</summary>
public abstract record InviteDecision
{
    private InviteDecision()
    {
    }

    /// <param name="Sdp">The answer to the offer.</param>
    public sealed record Answer(string Sdp) : InviteDecision;

    /// <param name="Status">300 to 699.</param>
    /// <param name="Reason">One line; null for SIP's own words.</param>
    public sealed record Refuse(int Status, string? Reason = null) : InviteDecision;
}
