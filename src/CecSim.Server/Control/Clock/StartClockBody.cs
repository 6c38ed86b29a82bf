namespace CecSim.Server.Control.Clock;

/// <summary>How a new space's time begins.</summary>
/// <param name="Mode"><c>frozen</c> or <c>running</c>.</param>
/// <param name="StartsAt">Null for now, or for a fixed moment where time stands still.</param>
internal sealed record StartClockBody(
    [property: Words(ClockWords.Frozen, ClockWords.Running)] string Mode,
    double Rate = 1,
    DateTimeOffset? StartsAt = null);
