using System.Globalization;

namespace CecSim.Simulation.Tests.Hours;

public sealed class DailyHoursTests
{
    [Theory]
    // Forward by an hour at 02:00, 01:00 UTC.
    [InlineData("Europe/Berlin", "02:30-10:00", "2026-03-28T22:00Z", "2026-03-29T01:00Z 2026-03-29T08:00Z")]
    [InlineData("Europe/Berlin", "22:00-02:30", "2026-03-28T20:00Z", "2026-03-28T21:00Z 2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "02:15-02:45", "2026-03-28T22:00Z", "2026-03-30T00:15Z 2026-03-30T00:45Z")]
    // Back by an hour at 03:00, 01:00 UTC: 02:30 comes twice.
    [InlineData("Europe/Berlin", "02:30-10:00", "2026-10-24T20:00Z", "2026-10-25T00:30Z 2026-10-25T09:00Z")]
    [InlineData("Europe/Berlin", "22:00-02:30", "2026-10-24T19:00Z", "2026-10-24T20:00Z 2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", "02:15-02:45", "2026-10-24T20:00Z", "2026-10-25T00:15Z 2026-10-25T00:45Z")]
    // By half an hour.
    [InlineData("Australia/Lord_Howe", "01:45-03:00", "2026-04-04T12:00Z", "2026-04-04T14:45Z 2026-04-04T16:30Z")]
    [InlineData("Australia/Lord_Howe", "02:15-03:00", "2026-10-03T12:00Z", "2026-10-03T15:30Z 2026-10-03T16:00Z")]
    // By two hours.
    [InlineData("Antarctica/Troll", "02:00-04:00", "2026-03-28T22:00Z", "2026-03-29T01:00Z 2026-03-29T02:00Z")]
    [InlineData("Antarctica/Troll", "01:30-02:30", "2026-10-24T12:00Z", "2026-10-24T23:30Z 2026-10-25T00:30Z")]
    // A day without midnight, and one on which it comes twice.
    [InlineData("America/Santiago", "00:00-06:00", "2022-09-10T12:00Z", "2022-09-11T04:00Z 2022-09-11T09:00Z")]
    [InlineData("America/St_Johns", "00:00-06:00", "2010-11-06T12:00Z", "2010-11-07T02:30Z 2010-11-07T09:30Z")]
    // Friday, 30 December 2011, was left out.
    [InlineData("Pacific/Apia", "22:00-06:00", "2011-12-30T00:00Z", "2011-12-30T08:00Z 2011-12-30T16:00Z")]
    [InlineData("Pacific/Apia", "09:00-17:00", "2011-12-30T04:00Z", "2011-12-30T19:00Z 2011-12-31T03:00Z")]
    [InlineData("Pacific/Apia", "09:00-17:00 Friday", "2011-12-24T12:00Z", "2012-01-05T19:00Z 2012-01-06T03:00Z")]
    [InlineData("Pacific/Apia", "22:00-06:00 Thursday", "2011-12-30T00:00Z", "2011-12-30T08:00Z 2011-12-30T16:00Z")]
    [InlineData("UTC", "18:00-00:00", "2026-03-28T12:00Z", "2026-03-28T18:00Z 2026-03-29T00:00Z")]
    [Shows("10.4/dst")]
    public void A_day_has_one_opening(string zone, string hours, string after, string expected)
    {
        var (daily, place) = (HoursOf(hours), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.False(daily.Covers(Utc(after), place));

        var opens = daily.NextChange(Utc(after), place)!.Value;
        var shuts = daily.NextChange(opens, place)!.Value;

        Assert.Equal(expected, $"{opens.UtcDateTime:yyyy-MM-ddTHH:mmZ} {shuts.UtcDateTime:yyyy-MM-ddTHH:mmZ}");

        // An opening is seen from its last minute, too, whatever days lie between it and its begin.
        var last = shuts.AddMinutes(-1);
        Assert.Equal((true, shuts), (daily.Covers(last, place), daily.NextChange(last, place)));
        Assert.Equal((true, false), (daily.Covers(opens, place), daily.Covers(shuts, place)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "00:00-00:00")]
    [InlineData("Europe/Berlin", "02:30-02:30")]
    [InlineData("Pacific/Apia", "12:00-12:00")]
    public void A_whole_day_on_every_day_never_ends(string zone, string hours)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (var moment in (string[])["2026-03-28T22:00Z", "2026-10-25T00:45Z", "2011-12-29T12:00Z"])
        {
            Assert.True(HoursOf(hours).Covers(Utc(moment), place));
            Assert.Null(HoursOf(hours).NextChange(Utc(moment), place));
        }
    }

    [Fact]
    public void No_day_is_never_open()
    {
        var never = HoursOf("09:00-18:00") with { Days = [] };

        Assert.False(never.Covers(Utc("2026-01-05T10:00Z"), TimeZoneInfo.Utc));
        Assert.Null(never.NextChange(Utc("2026-01-05T10:00Z"), TimeZoneInfo.Utc));
    }

    [Fact]
    public void The_ends_of_the_calendar_are_moments_like_others()
    {
        foreach (var moment in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
        {
            foreach (var zone in (string[])["Pacific/Kiritimati", "Pacific/Niue", "UTC"])
            {
                var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
                _ = HoursOf("22:00-06:00").Covers(moment, place);
                _ = HoursOf("22:00-06:00").NextChange(moment, place);
            }
        }
    }

    /// <summary>
    /// The reference walks from minute to minute and never looks back at a clock that was put back: it is open while
    /// the latest time that the clock has shown lies within the hours of a day that there was.
    /// </summary>
    [Fact]
    public void Hours_hold_for_the_latest_time_that_the_clock_has_shown() => Prop
        .ForAll(RandomHours.Somewhere.ToArbitrary(), random =>
        {
            var (zone, hours) = (random.Zone, random.Hours);
            var walk = WalkedHours.Walk(hours, zone, random.Start, TimeSpan.FromDays(2)).ToList();
            foreach (var (at, isOpen) in walk)
            {
                Assert.True(
                    hours.Covers(at, zone) == isOpen, $"{at:O}: {(isOpen ? "open" : "shut")} by the reference.");
            }

            var changes = walk.Zip(walk.Skip(1)).Where(p => p.First.IsOpen != p.Second.IsOpen).Select(p => p.Second.At);
            var followed = Changes(hours, zone, walk[0].At).TakeWhile(at => at <= walk[^1].At);
            Assert.Equal(changes, followed);
        })
        .Check(PropertyRuns.Of(60));

    private static IEnumerable<DateTimeOffset> Changes(DailyHours hours, TimeZoneInfo zone, DateTimeOffset start)
    {
        for (var change = hours.NextChange(start, zone); change is { } at; change = hours.NextChange(at, zone))
        {
            yield return at;
        }
    }

    private static DailyHours HoursOf(string text)
    {
        var parts = text.Split('-', ' ');
        return new DailyHours
        {
            From = TimeOnly.Parse(parts[0], CultureInfo.InvariantCulture),
            To = TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture),
            Days = parts.Length == 2 ? DailyHours.EveryDay : [Enum.Parse<DayOfWeek>(parts[2])],
        };
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
