namespace CecSim.Telephony.Media.Bridging;

/// <summary>A bridge as one of its legs sees it.</summary>
/// <param name="Onward">What this leg has for the other.</param>
/// <param name="Inward">What the other has for this one.</param>
internal sealed record BridgeSide(MediaBridge Bridge, MediaCall Other, OnwardQueue Onward, OnwardQueue Inward);
