namespace CecSim.Telephony.Sip;

/// <summary>A header field with its full name and its unfolded value.</summary>
public readonly record struct SipHeader(string Name, string Value);
