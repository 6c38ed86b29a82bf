namespace CecSim.Telephony.Media.Bridging;

/// <summary>A bridge or a conference as one of its legs sees it.</summary>
/// <param name="ToOthers">What this leg has for the others.</param>
/// <param name="FromOthers">What the others have for this one.</param>
internal sealed record BridgeLeg(IMediaJoin Join, ForwardQueue ToOthers, ForwardQueue FromOthers);
