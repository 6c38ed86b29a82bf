using CecSim.Control.Contracts;
using CecSim.Simulation.Clock;

namespace CecSim.Server.Control.Clock;

/// <summary>How the control API writes time.</summary>
internal static class ClockJson
{
    public static ClockState ToContract(this ClockView clock) => new(
        clock.IsFrozen ? ClockMode.Frozen : ClockMode.Running,
        clock.IsFrozen ? null : clock.Rate,
        clock.Now,
        clock.NextDue,
        clock.DueCount);

    /// <returns>Null for what is not written as <see cref="DurationText"/> says, or out of bounds.</returns>
    public static TimeSpan? Duration(string text) => ScenarioParts.Time(text);

    /// <returns>The beginning of a space's time, or why it is none.</returns>
    public static (ClockSettings? Clock, string? Why) Start(StartClock body)
    {
        ClockSettings? clock = body.Mode switch
        {
            ClockMode.Frozen => ClockSettings.Frozen with { StartsAt = body.StartsAt ?? ClockSettings.Frozen.StartsAt },
            ClockMode.Running => new ClockSettings { StartsAt = body.StartsAt, Rate = body.Rate },
            _ => null,
        };
        return clock is null ? (null, $"clock.mode is {string.Join(" or ", EnumWords.All<ClockMode>())}.")
            : clock.WhyNot() is { } why ? (null, $"clock: {why}")
            : (clock, null);
    }
}
