namespace CecSim.Scenarios.Shapes;

/// <summary>A shape that stands within itself, and so cannot be there before it is made.</summary>
/// <param name="name">What the schema of the whole file defines it as.</param>
internal sealed class RefShape<T>(string name, Func<Shape<T>> shape) : Shape<T>
{
    public override JsonObject ToSchema() => new() { ["$ref"] = $"#/$defs/{name}" };

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value) =>
        shape().TryRead(node, context, out value);
}
