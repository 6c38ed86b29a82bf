namespace CecSim.Simulation.Tests.Hours;

/// <summary>Opening hours found by walking: slow, and too simple to be wrong.</summary>
internal static class WalkedHours
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RunUp = TimeSpan.FromDays(4);

    /// <param name="start">A whole minute.</param>
    public static IEnumerable<(DateTimeOffset At, bool IsOpen)> Walk(
        DailyHours hours, TimeZoneInfo zone, DateTimeOffset start, TimeSpan length)
    {
        var days = DaysOf(zone, start - RunUp, start + length + RunUp);
        var latest = DateTime.MinValue;
        for (var at = start - RunUp; at <= start + length; at += Minute)
        {
            var shown = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            latest = shown > latest ? shown : latest;
            if (at >= start)
            {
                yield return (at, Holds(hours, days, latest));
            }
        }
    }

    // Days that the zone left out are not among them.
    private static List<DateOnly> DaysOf(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        var days = new SortedSet<DateOnly>();
        for (var at = from; at <= to; at += TimeSpan.FromHours(1))
        {
            days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));
        }

        return [.. days];
    }

    private static bool Holds(DailyHours hours, List<DateOnly> days, DateTime shown) => days
        .Zip(days.Skip(1))
        .Where(day => hours.Days.Contains(day.First.DayOfWeek))
        .Any(day => shown >= day.First.ToDateTime(hours.From)
            && shown < (hours.From < hours.To ? day.First : day.Second).ToDateTime(hours.To));
}
