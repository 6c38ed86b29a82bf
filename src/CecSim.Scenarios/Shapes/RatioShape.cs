namespace CecSim.Scenarios.Shapes;

/// <summary>How much of a whole: a number from 0 to 1, or all of it or nothing in words.</summary>
internal sealed class RatioShape(string what) : ScalarShape<double>(what)
{
    protected override string Allowed => "true, false, or a number from 0 to 1";

    protected override bool PlainOnly => true;

    public override JsonObject ToSchema() => new()
    {
        ["type"] = new JsonArray("boolean", "number"),
        ["minimum"] = 0,
        ["maximum"] = 1,
    };

    public override JsonNode Write(double value) => JsonValue.Create(value);

    protected override bool TryParse(string text, out double value)
    {
        value = text == "true" ? 1 : 0;
        return text is "true" or "false"
            || (double.TryParse(text, DoubleShape.Styles, CultureInfo.InvariantCulture, out value)
                && value is >= 0 and <= 1);
    }
}
