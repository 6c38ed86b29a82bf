using System.Globalization;
using System.Text.Json.Nodes;

namespace CecSim.Scenarios.Shapes;

/// <summary>A number and its unit: <c>250ms</c>, <c>1.5s</c>, <c>10m</c>, <c>2h</c>.</summary>
internal sealed class DurationShape(string what, TimeSpan min, TimeSpan max) : ScalarShape<TimeSpan>(what)
{
    /// <summary>The longest first, or the s of ms would be taken for seconds.</summary>
    private static readonly (string Suffix, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
    ];

    private static readonly string[] Samples = ["250ms", "1.5s", "10m", "2h"];

    /// <summary>The shortest that makes a difference.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest that a scenario may let pass at once.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static DurationShape UpToADay(string what) => new(what, Shortest, Day);

    public override JsonObject ToSchema() => new()
    {
        ["description"] = Allowed,
        ["type"] = "string",
        ["pattern"] = (min > TimeSpan.Zero ? "^(?=.*[1-9])" : "^") + @"([0-9]+\.?[0-9]*|\.[0-9]+)(ms|s|m|h)$",
        ["examples"] = new JsonArray([.. Samples.Where(s => TryParse(s, out _)).Select(s => JsonValue.Create(s))]),
    };

    public override JsonNode Write(TimeSpan value) => JsonValue.Create(Words(value));

    protected override string Allowed => $"{Words(min)} to {Words(max)}, written as in {string.Join(", ", Samples)}";

    protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        var (suffix, ticks) = Units.FirstOrDefault(u => text.EndsWith(u.Suffix, StringComparison.Ordinal));
        if (suffix is null
            || !decimal.TryParse(
                text.AsSpan(..^suffix.Length),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number)
            || number > (decimal)max.Ticks / ticks)
        {
            return false;
        }

        value = TimeSpan.FromTicks((long)(number * ticks));
        return value >= min;
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
