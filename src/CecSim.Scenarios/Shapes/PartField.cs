namespace CecSim.Scenarios.Shapes;

/// <summary>A key of a mapping that belongs to a part of the whole.</summary>
internal sealed record PartField<T, TPart>(Field<TPart> Field, Func<T, TPart> Get, Func<T, TPart, T> With)
    : Field<T>(Field.Key, Field.Sentence, Field.IsRequired)
{
    public override JsonObject ToSchema(T start) => Field.ToSchema(Get(start));

    public override bool TryWrite(T whole, out JsonNode? value) => Field.TryWrite(Get(whole), out value);

    public override T ReadInto(T whole, Node node, ParseContext context) =>
        With(whole, Field.ReadInto(Get(whole), node, context));
}
