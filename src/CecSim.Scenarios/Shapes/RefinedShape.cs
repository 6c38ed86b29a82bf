namespace CecSim.Scenarios.Shapes;

/// <summary>The same shape in the file; what it becomes, or what is wrong, depends on where it stands.</summary>
internal sealed class RefinedShape<TRead, T>(Shape<TRead> shape, Func<TRead, Node, ParseContext, T> then) : Shape<T>
{
    public override JsonObject ToSchema() => shape.ToSchema();

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        var isRead = shape.TryRead(node, context, out var read);
        value = isRead ? then(read!, node, context) : default;
        return isRead;
    }
}
