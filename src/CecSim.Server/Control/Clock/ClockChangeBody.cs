namespace CecSim.Server.Control.Clock;

/// <summary>What to do with a space's time: one of the three.</summary>
/// <param name="Mode"><c>frozen</c> or <c>running</c>, this with <paramref name="Rate"/>.</param>
/// <param name="Advance">A length of time: <c>PT10M</c> or <c>10m</c>.</param>
/// <param name="AdvanceTo"><c>next</c>: the next moment at which something is due.</param>
internal sealed record ClockChangeBody(
    [property: Words(ClockWords.Frozen, ClockWords.Running)] string? Mode = null,
    double? Rate = null,
    string? Advance = null,
    [property: Words(ClockWords.Next)] string? AdvanceTo = null);
