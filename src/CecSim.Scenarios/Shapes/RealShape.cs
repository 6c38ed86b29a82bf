using System.Globalization;
using System.Text.Json.Nodes;

namespace CecSim.Scenarios.Shapes;

/// <summary>A number between two limits, with decimals or without.</summary>
internal sealed class RealShape(string what, double min, double max) : ScalarShape<double>(what)
{
    protected override string Allowed => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}");

    protected override bool PlainOnly => true;

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "number",
        ["minimum"] = min,
        ["maximum"] = max,
    };

    public override JsonNode Write(double value) => JsonValue.Create(value);

    protected override bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && value >= min
        && value <= max;
}
