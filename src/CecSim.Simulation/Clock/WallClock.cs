namespace CecSim.Simulation.Clock;

/// <summary>
/// From what the clocks of a zone show to the instant: the first at which they show that time or a later one. So a
/// time that a change skips is the moment of the change, one that they show twice is the first of the two, and what
/// is later on the clock is never earlier in fact: hours that adjoin on paper adjoin on every day of the year.
/// </summary>
/// <remarks>Asks the zone only for offsets at instants, which have one answer.</remarks>
internal static class WallClock
{
    /// <summary>More than any zone is away from UTC: .NET allows 14 hours.</summary>
    private static readonly TimeSpan OffsetBound = TimeSpan.FromHours(15);

    /// <summary>No zone changes its clocks twice within it.</summary>
    private static readonly TimeSpan Stride = TimeSpan.FromHours(1);

    // At the ends of the calendar there is no instant before or after to look at.
    private static readonly int FirstDay = DateOnly.MinValue.DayNumber + 2;
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber - 2;

    /// <summary>The day that the clocks show.</summary>
    public static DateOnly DateAt(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>So many days later, as far as the calendar goes.</summary>
    public static DateOnly Add(DateOnly day, int count) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + count, FirstDay, LastDay));

    /// <summary>
    /// Whether the clocks of the zone ever show that day: a zone that changes sides of the date line has none.
    /// </summary>
    public static bool Has(DateOnly day, TimeZoneInfo zone) => DateAt(FirstAt(day, default, zone), zone) == day;

    /// <summary>The day that follows in the zone.</summary>
    public static DateOnly DayAfter(DateOnly day, TimeZoneInfo zone)
    {
        var next = Add(day, 1);
        return Has(next, zone) ? next : Add(day, 2);
    }

    /// <summary>The first instant at which the clocks show that time of that day, or a later one.</summary>
    public static DateTimeOffset FirstAt(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var shown = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        var (earliest, latest) = (shown - OffsetBound, shown + OffsetBound);
        var before = zone.GetUtcOffset(earliest);
        return before == zone.GetUtcOffset(latest)
            ? shown - before
            : Instants(shown, earliest, latest, zone).Where(i => i + zone.GetUtcOffset(i) >= shown).Min();
    }

    /// <summary>Each instant that it can be near a change: by each offset of that time, and the change.</summary>
    private static List<DateTimeOffset> Instants(
        DateTimeOffset shown, DateTimeOffset earliest, DateTimeOffset latest, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(earliest);
        List<DateTimeOffset> instants = [shown - offset];
        for (var from = earliest; from < latest; from += Stride)
        {
            var next = zone.GetUtcOffset(from + Stride);
            if (next != offset)
            {
                instants.Add(ChangeWithin(from, from + Stride, zone));
                instants.Add(shown - next);
                offset = next;
            }
        }

        return instants;
    }

    private static DateTimeOffset ChangeWithin(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo zone)
    {
        var old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == old ? (middle, after) : (before, middle);
        }

        return after;
    }
}
