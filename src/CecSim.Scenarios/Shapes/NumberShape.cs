using System.Numerics;

namespace CecSim.Scenarios.Shapes;

/// <summary>A whole number between two limits.</summary>
internal sealed class NumberShape<T>(string what, T min, T max) : ScalarShape<T>(what)
    where T : struct, IBinaryInteger<T>
{
    protected override string Allowed => $"{min} to {max}";

    protected override bool PlainOnly => true;

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "integer",
        ["minimum"] = Write(min),
        ["maximum"] = Write(max),
    };

    public override JsonNode Write(T value) => JsonValue.Create(decimal.CreateChecked(value));

    protected override bool TryParse(string text, out T value) =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value >= min
        && value <= max;
}
