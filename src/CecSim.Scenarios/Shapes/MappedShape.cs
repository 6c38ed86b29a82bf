namespace CecSim.Scenarios.Shapes;

/// <summary>The same shape in the file, another type in the program.</summary>
/// <param name="write">The way back; null where it is read only.</param>
internal sealed class MappedShape<TRead, T>(
    Shape<TRead> shape, Func<TRead, T> make, Func<T, JsonNode?>? write) : Shape<T>
{
    public override JsonObject ToSchema() => shape.ToSchema();

    public override JsonNode? Write(T value) => write?.Invoke(value);

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        if (!shape.TryRead(node, context, out var read))
        {
            value = default;
            return false;
        }

        value = make(read);
        return true;
    }
}
