namespace CecSim.Telephony.Sip;

/// <summary>Why a call is over.</summary>
/// <param name="Kind">Who or what ended it.</param>
/// <param name="Reason">In words, where somebody gave them.</param>
public sealed record CallEnd(CallEndKind Kind, string? Reason = null);
