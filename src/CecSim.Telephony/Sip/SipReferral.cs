namespace CecSim.Telephony.Sip;

/// <summary>What a REFER asks for: the other end of the call is to talk to somebody else (RFC 3515).</summary>
/// <param name="Call">In which it came.</param>
/// <param name="User">Who that is: the user part of Refer-To without its escapes, or the number of a tel URI.</param>
/// <param name="ReplacesAny">Whether it names a call whose place is to be taken (RFC 3891).</param>
/// <param name="Replaced">That call; null where there is none of that name.</param>
public sealed record SipReferral(SipCall Call, string User, bool ReplacesAny, SipCall? Replaced);
