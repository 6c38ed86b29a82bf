namespace CecSim.Scenarios.Shapes;

/// <summary>A zone by its IANA id.</summary>
internal sealed partial class TimeZoneShape() : ScalarShape<TimeZoneInfo>("a time zone")
{
    private const int LengthMax = 64;

    protected override string Allowed => "an IANA id, as in Europe/Berlin or UTC";

    public override JsonObject ToSchema() => new()
    {
        ["description"] = Allowed,
        ["type"] = "string",
        ["maxLength"] = LengthMax,
        ["pattern"] = AreaAndPlace().ToString().Replace(@"\z", "$", StringComparison.Ordinal),
        ["examples"] = new JsonArray("Europe/Berlin", "UTC"),
    };

    public override JsonNode Write(TimeZoneInfo value) => JsonValue.Create(value.Id);

    /// <summary>The pattern keeps out what some machines know and others do not, such as localtime.</summary>
    protected override bool TryParse(string text, [MaybeNullWhen(false)] out TimeZoneInfo value)
    {
        value = null;
        return text.Length <= LengthMax
            && AreaAndPlace().IsMatch(text)
            && TimeZoneInfo.TryFindSystemTimeZoneById(text, out value)
            && value.Id == text;
    }

    protected override string? Nearest(string text) =>
        text.Length > LengthMax ? null : Spelling.Nearest(text, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id));

    [GeneratedRegex(@"^(UTC|[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)+)\z")]
    private static partial Regex AreaAndPlace();
}
