namespace CecSim.Simulation;

/// <summary>
/// Hours of the day on days of the week: one opening on each of those days, whichever way the clocks of the zone are
/// changed on it. Hours that end before they begin run past midnight.
/// </summary>
public sealed record DailyHours
{
    public static readonly IReadOnlyList<DayOfWeek> EveryDay = Enum.GetValues<DayOfWeek>();

    /// <summary>
    /// Days around a moment whose openings may hold it: one may have begun on a day before a day that the zone skips,
    /// and a clock that is put back may show the day before once more.
    /// </summary>
    private const int DaysBefore = 2;
    private const int DaysAfter = 1;

    /// <summary>In so many days each day of the week comes at least once, even where the zone skips one.</summary>
    private const int DaysAhead = 15;

    public required TimeOnly From { get; init; }

    /// <summary>
    /// The first moment that no longer belongs; equal to <see cref="From"/> for the whole day, midnight for its end.
    /// </summary>
    public required TimeOnly To { get; init; }

    /// <summary>The days on which the hours begin.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = EveryDay;

    /// <summary>When the hours begin or end next; null when they never do.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = WallClock.DateAt(now, zone);
        var openings = OpeningsAround(today, DaysAhead, zone);
        var isOpen = IsOpen(openings, now);

        // Beyond the last day looked at every opening would seem to end.
        var horizon = WallClock.FirstAt(WallClock.Add(today, DaysAhead - 1), default, zone);
        return openings
            .SelectMany(o => (DateTimeOffset[])[o.Begin, o.End])
            .Where(moment => moment > now && moment < horizon && IsOpen(openings, moment) != isOpen)
            .Cast<DateTimeOffset?>()
            .Min();
    }

    /// <summary>Whether they are open at that moment.</summary>
    public bool Covers(DateTimeOffset moment, TimeZoneInfo zone) =>
        IsOpen(OpeningsAround(WallClock.DateAt(moment, zone), DaysAfter, zone), moment);

    private static bool IsOpen(
        IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> openings, DateTimeOffset moment) =>
        openings.Any(o => o.Begin <= moment && moment < o.End);

    /// <summary>The openings that begin on the days around one.</summary>
    private List<(DateTimeOffset Begin, DateTimeOffset End)> OpeningsAround(
        DateOnly day, int daysAfter, TimeZoneInfo zone)
    {
        List<(DateTimeOffset Begin, DateTimeOffset End)> openings = [];
        for (var away = -DaysBefore; away <= daysAfter; away++)
        {
            var date = WallClock.Add(day, away);
            if (Days.Contains(date.DayOfWeek) && WallClock.Has(date, zone))
            {
                var end = From < To ? date : WallClock.DayAfter(date, zone);
                openings.Add((WallClock.FirstAt(date, From, zone), WallClock.FirstAt(end, To, zone)));
            }
        }

        return openings;
    }
}
