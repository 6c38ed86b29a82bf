namespace CecSim.Scenarios.Shapes;

/// <summary>An id that something else in the file must declare.</summary>
internal sealed class ReferenceShape(string kind, TextShape text) : Shape<string>
{
    public override JsonObject ToSchema() => text.ToSchema();

    public override JsonNode Write(string value) => text.Write(value);

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out string value)
    {
        if (!text.TryRead(node, context, out value))
        {
            return false;
        }

        if (node is Node.Scalar scalar)
        {
            context.Ids.Refer(kind, scalar);
        }

        return true;
    }
}
