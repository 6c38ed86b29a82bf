namespace CecSim.Scenarios.Shapes;

/// <summary>One of a few words, each with what it means.</summary>
internal sealed class ChoiceShape<T>(string what, params (string Word, T Meaning)[] choices) : ScalarShape<T>(what)
{
    protected override string Allowed => string.Join(", ", choices.Select(c => c.Word));

    /// <summary>Words that mean numbers or yes-or-no are those only without quotes.</summary>
    protected override bool PlainOnly => typeof(T) == typeof(bool) || typeof(T) == typeof(int);

    public override JsonObject ToSchema() =>
        new() { ["enum"] = new JsonArray([.. choices.Select(c => WriteWord(c.Word))]) };

    public override JsonNode? Write(T value) =>
        choices.FirstOrDefault(c => Equals(c.Meaning, value)).Word is { } word ? WriteWord(word) : null;

    private JsonNode WriteWord(string word) => PlainOnly ? JsonNode.Parse(word)! : JsonValue.Create(word);

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        var choice = choices.FirstOrDefault(c => c.Word == text);
        value = choice.Meaning;
        return choice.Word is not null;
    }

    /// <summary>A wrong number is no slip of the pen, so none is suggested.</summary>
    protected override string? Nearest(string text) =>
        typeof(T) == typeof(int) ? null : Spelling.Nearest(text, choices.Select(c => c.Word));
}
