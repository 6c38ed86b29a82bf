using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CecSim.Scenarios.Shapes;

/// <summary>Hours and minutes of a day.</summary>
internal sealed class TimeOfDayShape() : ScalarShape<TimeOnly>("a time of day")
{
    protected override string Allowed => "00:00 to 23:59";

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out TimeOnly value) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string? Nearest(string text) => TryParse($"0{text}", out _) ? $"0{text}" : null;
}
