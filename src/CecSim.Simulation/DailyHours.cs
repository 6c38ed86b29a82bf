namespace CecSim.Simulation;

/// <summary>Hours of the day on days of the week. Hours that end before they begin run past midnight.</summary>
public sealed record DailyHours
{
    public static readonly IReadOnlyList<DayOfWeek> EveryDay = Enum.GetValues<DayOfWeek>();

    public required TimeOnly From { get; init; }

    /// <summary>The first moment that no longer belongs; equal to <see cref="From"/> for the whole day.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>The days on which the hours begin.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = EveryDay;

    public bool Covers(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (From < To)
        {
            return time >= From && time < To && Days.Contains(local.DayOfWeek);
        }

        return time >= From
            ? Days.Contains(local.DayOfWeek)
            : time < To && Days.Contains(local.AddDays(-1).DayOfWeek);
    }
}
