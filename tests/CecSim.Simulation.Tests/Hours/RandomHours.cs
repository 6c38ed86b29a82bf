namespace CecSim.Simulation.Tests.Hours;

/// <summary>Hours somewhere, and a moment to look at them from.</summary>
public sealed record HoursSomewhere(string ZoneId, DailyHours Hours, DateTimeOffset Start)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    public override string ToString() =>
        $"{ZoneId} from {Start:O}: {Hours.From:HH:mm}-{Hours.To:HH:mm} on {string.Join(' ', Hours.Days)}";
}

/// <summary>
/// Random hours in all zones of the system from 2000 to 2040, most of them looked at when the clocks are changed, and
/// many that begin or end then.
/// </summary>
internal static class RandomHours
{
    private const int MinutesOfDay = 24 * 60;

    private static readonly string[] ZoneIds = [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)];

    // Clocks are changed at night.
    private static readonly Gen<TimeOnly> TimesOfDay = Gen
        .Frequency((2, Gen.Choose(0, 16).Select(q => q * 15)), (1, Gen.Choose(0, MinutesOfDay - 1)))
        .Select(minute => TimeOnly.MinValue.AddMinutes(minute));

    private static readonly Gen<IReadOnlyList<DayOfWeek>> Days = Gen.Frequency(
        (3, Gen.Constant(DailyHours.EveryDay)),
        (1, Gen.SubListOf<DayOfWeek>(DailyHours.EveryDay).Select(days => (IReadOnlyList<DayOfWeek>)[.. days])));

    public static Gen<DailyHours> Hours { get; } =
        from begin in TimesOfDay
        from end in Gen.Frequency((1, Gen.Constant(begin)), (9, TimesOfDay))
        from days in Days
        select new DailyHours { From = begin, To = end, Days = days };

    private static readonly Gen<(string ZoneId, DateTimeOffset Start)> Starts =
        from id in Gen.Elements(ZoneIds)
        from year in Gen.Choose(2000, 2040)
        from minute in Gen.Choose(0, 364 * MinutesOfDay)
        from before in Gen.Choose(0, 2 * MinutesOfDay)
        from isNearChange in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        let start = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute)
        select (id, isNearChange ? DayOfChange(id, start).AddMinutes(-before) : start);

    public static Gen<HoursSomewhere> Somewhere { get; } =
        from start in Starts
        from hours in Hours
        select new HoursSomewhere(start.ZoneId, hours, start.Start);

    /// <summary>The end of a day within which the zone changes its clocks; the given one where it does not.</summary>
    private static DateTimeOffset DayOfChange(string zoneId, DateTimeOffset start)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        return Enumerable.Range(1, 366)
            .Select(day => start.AddDays(day))
            .FirstOrDefault(day => zone.GetUtcOffset(day) != zone.GetUtcOffset(start), start);
    }
}
