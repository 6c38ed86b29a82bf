using System.Globalization;

namespace CecSim.LoadTests.CommandLine;

/// <summary>Times as scenario files have them.</summary>
internal static class Durations
{
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static TimeSpan Read(string option, string text)
    {
        var (unit, digits) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (TimeSpan.FromMilliseconds(1), text[..^2]),
            _ when text.EndsWith('s') => (TimeSpan.FromSeconds(1), text[..^1]),
            _ when text.EndsWith('m') => (TimeSpan.FromMinutes(1), text[..^1]),
            _ when text.EndsWith('h') => (TimeSpan.FromHours(1), text[..^1]),
            _ => (TimeSpan.FromSeconds(1), text),
        };
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count > 0
            && count * unit <= TimeSpan.FromHours(24)
                ? count * unit
                : throw new InvalidDataException($"{option}: '{text}' is no time such as 30s or 5m, up to 24h.");
    }
}
