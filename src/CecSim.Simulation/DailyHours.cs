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

    /// <summary>When the hours begin or end next; null when they never do.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Enumerable.Range(-1, 10)
            .SelectMany(day => (DateTimeOffset[])[At(today.AddDays(day), From, zone), At(today.AddDays(day), To, zone)])
            .Where(moment => moment > now && Covers(moment, zone) != Covers(moment.AddTicks(-1), zone))
            .Cast<DateTimeOffset?>()
            .Min();
    }

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

    // A local time that a change of the clocks skips counts from the hour before it.
    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
