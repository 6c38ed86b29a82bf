namespace CecSim.Scenarios.Shapes;

/// <summary>A mapping whose keys are the file's own names.</summary>
/// <param name="what">What it holds, for example "scripts by name".</param>
internal sealed class NamesShape<T>(string what, Shape<string> name, Shape<T> item, int countMin, int countMax)
    : Shape<IReadOnlyList<KeyValuePair<string, T>>>
{
    public override JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = NameSchema(),
        ["additionalProperties"] = item.ToSchema(),
        ["minProperties"] = countMin,
        ["maxProperties"] = countMax,
    };

    // A key is text whatever it looks like; strict validators refuse to hear that it might be a number.
    private JsonObject NameSchema()
    {
        var schema = name.ToSchema();
        schema.Remove("type");
        return schema;
    }

    public override bool TryRead(
        Node node, ParseContext context, [MaybeNullWhen(false)] out IReadOnlyList<KeyValuePair<string, T>> value)
    {
        value = null;
        if (node is not Node.Map map)
        {
            context.ReportKind(node, $"a mapping of {what}");
            return false;
        }

        if (map.Entries.Count < countMin || map.Entries.Count > countMax)
        {
            context.Report(node.At, $"expected {countMin} to {countMax} {what}, got {map.Entries.Count}");
        }

        var named = new List<KeyValuePair<string, T>>();
        foreach (var entry in map.Entries)
        {
            var isNamed = name.TryRead(entry.Key, context, out var key);
            if (item.TryRead(entry.Value, context, out var read) && isNamed)
            {
                named.Add(KeyValuePair.Create(key!, read));
            }
        }

        value = named;
        return true;
    }
}
