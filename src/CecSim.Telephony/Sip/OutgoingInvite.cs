using CecSim.Telephony.Registrar;

namespace CecSim.Telephony.Sip;

/// <summary>What an INVITE of this side says, to each contact of whom it calls.</summary>
/// <param name="From">Who calls: the user part.</param>
/// <param name="To">Who is called: the user part of the address of record.</param>
/// <param name="Domain">Of both.</param>
public sealed record OutgoingInvite(string From, string To, string Domain)
{
    /// <summary>The caller's name; empty for none.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>
    /// Whether a phone that can shall answer at once: <c>Call-Info</c> with <c>answer-after=0</c>, and what other makes
    /// of phones know instead.
    /// </summary>
    public bool AnswersItself { get; init; }
}

/// <summary>A contact that is called, and its offer: a phone by UDP knows other media than a browser.</summary>
public sealed record InvitedContact(SipBinding Binding, string Offer);
