namespace CecSim.Cli.Control;

/// <summary>A space's time for people.</summary>
internal static class ClockText
{
    public static string Of(ClockState clock) => TableWriter.Facts(
        ("clock", ModeOf(clock)),
        ("now", TableWriter.Time(clock.Now)),
        ("next due", clock.NextDue is { } due ? $"{TableWriter.Time(due)}, in {Length(due - clock.Now)}" : "never"),
        ("due", TableWriter.Number(clock.DueCount)));

    public static string ModeOf(ClockState clock) => clock.Rate is null or 1
        ? EnumWords.Of(clock.Mode)
        : string.Create(CultureInfo.InvariantCulture, $"{EnumWords.Of(clock.Mode)}, rate {clock.Rate}");

    private static string Length(TimeSpan time) => time.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s")
        : time.ToString(time.Days == 0 ? @"h\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
