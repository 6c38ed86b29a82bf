using System.Xml;
using CecSim.Scenarios;
using CecSim.Simulation.Clock;

namespace CecSim.Server.Control.Clock;

/// <summary>How the control API writes time.</summary>
internal static class ClockWords
{
    public const string Frozen = "frozen";
    public const string Running = "running";
    public const string Next = "next";

    /// <returns>Null for what is neither ISO 8601 nor a scenario's way to write a time, or out of bounds.</returns>
    public static TimeSpan? Duration(string text)
    {
        if (!text.StartsWith('P'))
        {
            return ScenarioParts.Time(text);
        }

        try
        {
            var time = XmlConvert.ToTimeSpan(text);
            return time >= TimeSpan.Zero && time <= ScenarioParts.DurationMax ? time : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

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
