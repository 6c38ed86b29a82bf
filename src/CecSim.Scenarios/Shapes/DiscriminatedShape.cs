namespace CecSim.Scenarios.Shapes;

/// <summary>A mapping in which one key decides what the others may be.</summary>
/// <param name="unlessSaid">What is decided when the key is absent.</param>
/// <param name="shapeOf">The whole mapping, that key included; null where the key says nothing sensible.</param>
internal sealed class DiscriminatedShape<T, TKey>(
    string key,
    Shape<TKey> choice,
    TKey unlessSaid,
    Func<TKey?, Shape<T>> shapeOf)
    : Shape<T>
    where TKey : struct, Enum
{
    private readonly Dictionary<TKey, Shape<T>> _shapes = Enum.GetValues<TKey>().ToDictionary(k => k, k => shapeOf(k));
    private readonly Shape<T> _undecided = shapeOf(null);

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value) =>
        ShapeFor(node).TryRead(node, context, out value);

    public override JsonNode? Write(T value) => _undecided.Write(value);

    /// <summary>Everything that is possible, and for each decision the keys that it allows less in.</summary>
    public override JsonObject ToSchema()
    {
        var schema = _undecided.ToSchema();
        var all = schema["properties"]!.AsObject();
        var decisions = new List<JsonNode>();
        foreach (var (decided, shape) in _shapes)
        {
            var narrower = shape.ToSchema()["properties"]!.AsObject()
                .Where(p => !JsonNode.DeepEquals(p.Value, all[p.Key]))
                .Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()));
            if (new JsonObject(narrower) is { Count: > 0 } properties)
            {
                decisions.Add(new JsonObject
                {
                    ["if"] = Says(decided),
                    ["then"] = new JsonObject { ["properties"] = properties },
                });
            }
        }

        if (decisions.Count > 0)
        {
            schema["allOf"] = new JsonArray([.. decisions]);
        }

        return schema;
    }

    private JsonObject Says(TKey decided)
    {
        var says = new JsonObject
        {
            ["properties"] = new JsonObject { [key] = new JsonObject { ["const"] = choice.Write(decided) } },
        };
        if (!decided.Equals(unlessSaid))
        {
            says["required"] = new JsonArray(key);
        }

        return says;
    }

    private Shape<T> ShapeFor(Node node)
    {
        if ((node as Node.Map)?.Find(key) is not { } entry)
        {
            return _shapes[unlessSaid];
        }

        // Only a look ahead: what is wrong with it is said when the mapping is read.
        return choice.TryRead(entry.Value, new ParseContext(""), out var decided) ? _shapes[decided] : _undecided;
    }
}
