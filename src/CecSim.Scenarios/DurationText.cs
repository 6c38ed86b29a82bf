namespace CecSim.Scenarios;

/// <summary>
/// The one way in for lengths of time as people and programs write them, wherever they do: <c>250ms</c>, <c>1.5s</c>,
/// <c>10m</c>, <c>1h30m</c>, <c>2d</c>; ISO 8601 without years and months, whose length depends on the calendar:
/// <c>PT10M</c>, <c>P1DT2H</c>; and <c>1:30:00</c>, with days before a dot.
/// </summary>
public static partial class DurationText
{
    /// <summary>Examples of all forms, the plain ones first.</summary>
    public static readonly IReadOnlyList<string> Samples = ["250ms", "1.5s", "10m", "2h", "1h30m", "PT10M", "1:30:00"];

    /// <summary>What all of a text must match, in the dialect that JSON Schema shares.</summary>
    public const string Pattern = "^(?:" + Units + "|" + Iso + "|" + Clock + ")$";

    private const int LengthMax = 64;
    private const string Number = @"([0-9]+\.?[0-9]*|\.[0-9]+)";

    private const string Units =
        "(?=[0-9.])(?:" + Number + "d)?(?:" + Number + "h)?(?:" + Number + "m)?(?:" + Number + "s)?" +
        "(?:" + Number + "ms)?";

    private const string IsoNumber = @"([0-9]+(?:\.[0-9]+)?)";

    private const string Iso =
        "P(?=[0-9T])(?:" + IsoNumber + "W)?(?:" + IsoNumber + "D)?" +
        "(?:T(?=[0-9])(?:" + IsoNumber + "H)?(?:" + IsoNumber + "M)?(?:" + IsoNumber + "S)?)?";

    private const string Clock = @"(?:([0-9]+)\.)?([0-9]+):([0-5][0-9]):([0-5][0-9](?:\.[0-9]+)?)";

    /// <summary>What each number of the pattern counts, in its order.</summary>
    private static readonly long[] TicksOfNumber =
    [
        TimeSpan.TicksPerDay,
        TimeSpan.TicksPerHour,
        TimeSpan.TicksPerMinute,
        TimeSpan.TicksPerSecond,
        TimeSpan.TicksPerMillisecond,
        7 * TimeSpan.TicksPerDay,
        TimeSpan.TicksPerDay,
        TimeSpan.TicksPerHour,
        TimeSpan.TicksPerMinute,
        TimeSpan.TicksPerSecond,
        TimeSpan.TicksPerDay,
        TimeSpan.TicksPerHour,
        TimeSpan.TicksPerMinute,
        TimeSpan.TicksPerSecond,
    ];

    /// <returns>Null for what is written otherwise, or is longer than <paramref name="max"/>.</returns>
    public static TimeSpan? Parse(string text, TimeSpan max)
    {
        if (text.Length > LengthMax || text.EndsWith('\n') || Any().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var ticks = 0m;
        for (var i = 0; i < TicksOfNumber.Length; i++)
        {
            if (match.Groups[i + 1] is not { Success: true } number)
            {
                continue;
            }

            // More than fits into a decimal, or than it can be multiplied by, is longer than any limit.
            if (!decimal.TryParse(
                    number.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                || count > max.Ticks)
            {
                return null;
            }

            ticks += count * TicksOfNumber[i];
        }

        return ticks <= max.Ticks ? TimeSpan.FromTicks((long)ticks) : null;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
