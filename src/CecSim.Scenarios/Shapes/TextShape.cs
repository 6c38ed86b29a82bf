namespace CecSim.Scenarios.Shapes;

/// <summary>Text of a limited length, kept exactly as written; a number without quotes is text here too.</summary>
internal sealed partial class TextShape(string what, int lengthMin, int lengthMax) : ScalarShape<string>(what)
{
    /// <summary>What all of the text must match, in the dialect that JSON Schema shares.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The pattern in words.</summary>
    public string Characters { get; init; } = "characters";

    public static TextShape VisibleAscii(string what, int lengthMax) => new(what, 1, lengthMax)
    {
        Pattern = ExclamationMarkToTilde(),
        Characters = "visible ASCII characters",
    };

    /// <summary>A number or a yes-or-no may stand without quotes; a key with nothing behind it may not.</summary>
    public override JsonObject ToSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = new JsonArray("string", "number", "boolean"),
            ["minLength"] = lengthMin,
            ["maxLength"] = lengthMax,
        };
        if (Pattern is not null || lengthMin > 0)
        {
            schema["pattern"] = Pattern?.ToString() ?? @"\S";
        }

        return schema;
    }

    public override JsonNode Write(string value) => JsonValue.Create(value);

    protected override string Allowed => $"{lengthMin} to {lengthMax} {Characters}";

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return text.Length >= lengthMin
            && text.Length <= lengthMax
            && (lengthMin == 0 || !string.IsNullOrWhiteSpace(text))
            && (Pattern is null || Pattern.Match(text).Length == text.Length);
    }

    [GeneratedRegex("^[!-~]+$")]
    private static partial Regex ExclamationMarkToTilde();
}
