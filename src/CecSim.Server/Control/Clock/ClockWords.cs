using CecSim.Scenarios;
using CecSim.Simulation.Clock;

namespace CecSim.Server.Control.Clock;

/// <summary>How the control API writes time.</summary>
internal static class ClockWords
{
    public const string Frozen = "frozen";
    public const string Running = "running";
    public const string Next = "next";

    /// <returns>Null for what is not written as <see cref="DurationText"/> says, or out of bounds.</returns>
    public static TimeSpan? Duration(string text) => ScenarioParts.Time(text);

    /// <returns>The beginning of a space's time, or why it is none.</returns>
    public static (ClockSettings? Clock, string? Why) Start(StartClockBody body)
    {
        ClockSettings? clock = body.Mode switch
        {
            Frozen => ClockSettings.Frozen with { StartsAt = body.StartsAt ?? ClockSettings.Frozen.StartsAt },
            Running => new ClockSettings { StartsAt = body.StartsAt, Rate = body.Rate },
            _ => null,
        };
        return clock is null ? (null, $"clock.mode is {Frozen} or {Running}.")
            : clock.WhyNot() is { } why ? (null, $"clock: {why}")
            : (clock, null);
    }
}
