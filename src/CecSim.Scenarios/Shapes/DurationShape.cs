namespace CecSim.Scenarios.Shapes;

/// <summary>A length of time, in all forms of <see cref="DurationText"/>.</summary>
internal sealed class DurationShape(string what, TimeSpan min, TimeSpan max) : ScalarShape<TimeSpan>(what)
{
    /// <summary>The shortest first.</summary>
    private static readonly (string Suffix, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
    ];

    private const int SamplesTold = 4;

    /// <summary>The shortest that makes a difference.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest that a scenario may let pass at once.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static DurationShape UpToADay(string what) => new(what, Shortest, Day);

    public override JsonObject ToSchema() => new()
    {
        ["description"] = Allowed,
        ["type"] = "string",
        ["pattern"] = (min > TimeSpan.Zero ? "^(?=.*[1-9])" : "") + DurationText.Pattern,
        ["examples"] =
            new JsonArray([.. DurationText.Samples.Where(s => TryParse(s, out _)).Select(s => JsonValue.Create(s))]),
    };

    public override JsonNode Write(TimeSpan value) => JsonValue.Create(Words(value));

    protected override string Allowed =>
        $"{Words(min)} to {Words(max)}, written as in {string.Join(", ", DurationText.Samples.Take(SamplesTold))}";

    protected override bool TryParse(string text, out TimeSpan value)
    {
        var read = DurationText.Parse(text, max);
        value = read ?? default;
        return read >= min;
    }

    private static string Words(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        var unit = Units.LastOrDefault(u => duration.Ticks % u.Ticks == 0, Units[0]);
        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)duration.Ticks / unit.Ticks}{unit.Suffix}");
    }
}
