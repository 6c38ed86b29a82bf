namespace CecSim.Telephony.Sip;

/// <summary>What becomes of an INVITE, or of a later offer in its call.</summary>
public abstract record InviteDecision
{
    private InviteDecision()
    {
    }

    /// <param name="Sdp">The answer to the offer; an offer for an INVITE without one.</param>
    public sealed record Answer(string Sdp) : InviteDecision;

    /// <param name="Status">300 to 699.</param>
    /// <param name="Reason">One line; null for SIP's own words.</param>
    public sealed record Refuse(int Status, string? Reason = null) : InviteDecision
    {
        /// <summary>The sentence of the Warning header; null when <see cref="Reason"/> says it.</summary>
        public string? Why { get; init; }

        /// <summary>Of the Warning header: see <see cref="SipWarnCode"/>.</summary>
        public int WarnCode { get; init; } = SipWarnCode.Miscellaneous;

        /// <summary>A test asked for it: nobody has done anything wrong.</summary>
        public bool IsOnPurpose { get; init; }

        /// <summary>What the answer carries besides.</summary>
        public IReadOnlyList<SipHeader> Headers { get; init; } = [];
    }
}
