using System.Text.Json.Nodes;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>One key of a mapping.</summary>
/// <param name="Sentence">What the key is for.</param>
internal abstract record Field<T>(string Key, string Sentence, bool IsRequired)
{
    /// <param name="start">What the key changes, for the default that it has there.</param>
    public abstract JsonObject ToSchema(T start);

    /// <returns>What a value says of this key; null where it cannot be shown.</returns>
    public abstract JsonNode? Write(T whole);

    /// <returns>The whole with this field set; unchanged when the field could not be read.</returns>
    public abstract T ReadInto(T whole, Node node, Reading reading);
}

internal sealed record Field<T, TValue>(
    string Key,
    string Sentence,
    bool IsRequired,
    Shape<TValue> Shape,
    Func<T, TValue, T> With,
    Func<T, TValue>? Get)
    : Field<T>(Key, Sentence, IsRequired)
{
    public override JsonObject ToSchema(T start)
    {
        var schema = Shape.ToSchema();
        schema.Remove("description", out var limits);
        schema.Insert(0, "description", Sentences.Of(Sentence, (string?)limits));
        if (!IsRequired && Write(start) is { } unlessSaid)
        {
            schema["default"] = unlessSaid;
        }

        return schema;
    }

    public override JsonNode? Write(T whole) => Get is null ? null : Shape.Write(Get(whole));

    public override T ReadInto(T whole, Node node, Reading reading) =>
        Shape.TryRead(node, reading, out var value) ? With(whole, value) : whole;
}
