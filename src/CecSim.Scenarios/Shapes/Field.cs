namespace CecSim.Scenarios.Shapes;

/// <summary>One key of a mapping.</summary>
/// <param name="Sentence">What the key is for.</param>
internal abstract record Field<T>(string Key, string Sentence, bool IsRequired)
{
    /// <param name="start">What the key changes, for the default that it has there.</param>
    public abstract JsonObject ToSchema(T start);

    /// <returns>False where what a value says of this key cannot be shown; null where it says nothing.</returns>
    public abstract bool TryWrite(T whole, out JsonNode? value);

    /// <returns>The whole with this field set; unchanged when the field could not be read.</returns>
    public abstract T ReadInto(T whole, Node node, ParseContext context);
}

/// <param name="Get">Where a value of the whole keeps it, and whether it is set there; null: it is read only.</param>
internal sealed record Field<T, TValue>(
    string Key,
    string Sentence,
    bool IsRequired,
    Shape<TValue> Shape,
    Func<T, TValue, T> With,
    Func<T, (bool IsSet, TValue? Value)>? Get)
    : Field<T>(Key, Sentence, IsRequired)
{
    public override JsonObject ToSchema(T start)
    {
        var schema = Shape.ToSchema();
        schema.Remove("description", out var limits);
        schema.Insert(0, "description", Sentences.Of(Sentence, (string?)limits));
        if (!IsRequired && TryWrite(start, out var unlessSaid) && unlessSaid is not null)
        {
            schema["default"] = unlessSaid;
        }

        return schema;
    }

    public override bool TryWrite(T whole, out JsonNode? value)
    {
        value = null;
        if (Get is null)
        {
            return false;
        }

        var (isSet, set) = Get(whole);
        value = isSet ? Shape.Write(set!) : null;
        return !isSet || value is not null;
    }

    public override T ReadInto(T whole, Node node, ParseContext context) =>
        Shape.TryRead(node, context, out var value) ? With(whole, value) : whole;
}
