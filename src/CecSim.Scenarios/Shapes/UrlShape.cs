namespace CecSim.Scenarios.Shapes;

/// <summary>Where something is on the web: an absolute URL of http or https, without a user or a fragment.</summary>
internal sealed class UrlShape(string what) : ScalarShape<Uri>(what)
{
    private const int LengthMax = 2_000;

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "string",
        ["minLength"] = 1,
        ["maxLength"] = LengthMax,
        ["pattern"] = "^https?://[^/?#@]+",
    };

    public override JsonNode Write(Uri value) => JsonValue.Create(value.OriginalString);

    protected override string Allowed => "an absolute URL as in https://host:8443/path, http or https";

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value)
        && text.Length <= LengthMax
        && value.Scheme is "http" or "https"
        && text.StartsWith($"{value.Scheme}://", StringComparison.Ordinal)
        && value.UserInfo.Length == 0
        && value.Fragment.Length == 0;
}
