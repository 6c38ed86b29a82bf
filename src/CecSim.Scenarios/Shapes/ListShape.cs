namespace CecSim.Scenarios.Shapes;

/// <summary>A list of one shape, of limited length.</summary>
internal sealed class ListShape<T>(string what, Shape<T> item, int countMin, int countMax) : Shape<IReadOnlyList<T>>
{
    /// <summary>A rule over the items that could be read, each with what the file says.</summary>
    public Action<IReadOnlyList<(T Item, Node Node)>, ParseContext>? Rule { get; init; }

    public override JsonObject ToSchema() => new()
    {
        ["type"] = "array",
        ["items"] = item.ToSchema(),
        ["minItems"] = countMin,
        ["maxItems"] = countMax,
    };

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        if (node is not Node.List list)
        {
            context.ReportKind(node, $"a list of {what}");
            value = null;
            return false;
        }

        if (list.Items.Count < countMin || list.Items.Count > countMax)
        {
            context.Report(node.At, $"expected {countMin} to {countMax} {what}, got {list.Items.Count}");
        }

        var items = new List<(T Item, Node Node)>();
        foreach (var child in list.Items)
        {
            if (item.TryRead(child, context, out var read))
            {
                items.Add((read, child));
            }
        }

        Rule?.Invoke(items, context);
        value = [.. items.Select(i => i.Item)];
        return true;
    }
}
