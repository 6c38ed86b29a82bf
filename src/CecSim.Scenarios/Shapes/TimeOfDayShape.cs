namespace CecSim.Scenarios.Shapes;

/// <summary>Hours and minutes of a day; where hours end also 24:00, the midnight that follows (ISO 8601).</summary>
internal sealed class TimeOfDayShape(bool isEnd = false) : ScalarShape<TimeOnly>("a time of day")
{
    private const string EndOfDay = "24:00";

    protected override string Allowed => isEnd ? "00:00 to 24:00" : "00:00 to 23:59";

    public override JsonObject ToSchema() => new()
    {
        ["description"] = Allowed,
        ["type"] = "string",
        ["pattern"] = $"^(([01][0-9]|2[0-3]):[0-5][0-9]{(isEnd ? $"|{EndOfDay}" : "")})$",
        ["examples"] = new JsonArray("09:00", "17:30"),
    };

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out TimeOnly value) =>
        TimeOnly.TryParseExact(
            isEnd && text == EndOfDay ? "00:00" : text,
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out value);

    protected override string? Nearest(string text) => TryParse($"0{text}", out _) ? $"0{text}" : null;
}
