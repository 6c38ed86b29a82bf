using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CecSim.Scenarios.Shapes;

/// <summary>Hours and minutes of a day.</summary>
internal sealed class TimeOfDayShape() : ScalarShape<TimeOnly>("a time of day")
{
    protected override string Allowed => "00:00 to 23:59";

    public override JsonObject ToSchema() => new()
    {
        ["description"] = Allowed,
        ["type"] = "string",
        ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
        ["examples"] = new JsonArray("09:00", "17:30"),
    };

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out TimeOnly value) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string? Nearest(string text) => TryParse($"0{text}", out _) ? $"0{text}" : null;
}
