namespace CecSim.Telephony.Media.Bridging;

/// <summary>A bridge as one of its legs sees it.</summary>
/// <param name="ToOther">What this leg has for the other.</param>
/// <param name="FromOther">What the other has for this one.</param>
internal sealed record BridgeLeg(MediaBridge Bridge, MediaCall Other, ForwardQueue ToOther, ForwardQueue FromOther);
