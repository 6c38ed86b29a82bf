namespace CecSim.Scenarios.Shapes;

/// <summary>Something with a short form and a long one. The long one is a mapping.</summary>
/// <param name="what">Both forms in words.</param>
internal sealed class ShorthandShape<T>(string what, Shape<T> mapping) : Shape<T>
{
    /// <summary>The short form that is a single value.</summary>
    public Shape<T>? Single { get; init; }

    /// <summary>The short form that is a list.</summary>
    public Shape<T>? List { get; init; }

    public override JsonObject ToSchema()
    {
        var forms = ((Shape<T>?[])[Single, List, mapping]).OfType<Shape<T>>();
        return new JsonObject { ["anyOf"] = new JsonArray([.. forms.Select(f => f.ToSchema())]) };
    }

    public override JsonNode? Write(T value) => Single?.Write(value) ?? mapping.Write(value);

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        var form = node switch
        {
            Node.Map => mapping,
            Node.List => List,
            Node.Scalar { IsNothing: false } => Single,
            _ => null,
        };
        if (form is null)
        {
            context.ReportKind(node, what);
            value = default;
            return false;
        }

        return form.TryRead(node, context, out value);
    }
}
