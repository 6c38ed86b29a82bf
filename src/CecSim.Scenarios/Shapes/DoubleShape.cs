namespace CecSim.Scenarios.Shapes;

/// <summary>A number between two limits, with decimals or without.</summary>
internal sealed class DoubleShape(string what, double min, double max) : ScalarShape<double>(what)
{
    /// <summary>As YAML's core schema and JSON have numbers: very small ones come with an exponent.</summary>
    internal const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

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
        double.TryParse(text, Styles, CultureInfo.InvariantCulture, out value)
        && value >= min
        && value <= max;
}
