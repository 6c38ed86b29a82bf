using CecSim.Simulation.Clock;

namespace CecSim.Server.Control.Clock;

/// <summary>A space's time.</summary>
/// <param name="Rate">Seconds of space time in one second of real time; null when it is frozen.</param>
/// <param name="NextDue">When something happens by itself; null for never.</param>
internal sealed record ClockBody(
    [property: Words(ClockWords.Frozen, ClockWords.Running)] string Mode,
    double? Rate,
    DateTimeOffset Now,
    DateTimeOffset? NextDue,
    int DueCount)
{
    public static ClockBody Of(ClockView clock) => new(
        clock.IsFrozen ? ClockWords.Frozen : ClockWords.Running,
        clock.IsFrozen ? null : clock.Rate,
        clock.Now,
        clock.NextDue,
        clock.DueCount);
}
