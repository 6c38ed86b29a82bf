namespace CecSim.Scenarios.Shapes;

/// <summary>The id of the thing it stands in, which the rest of the file may refer to. Each id once.</summary>
/// <param name="text">What an id looks like.</param>
internal sealed class IdShape<T>(string kind, Shape<T> text) : Shape<T>
{
    /// <summary>Narrower kinds that it is of too.</summary>
    public IReadOnlyList<string> KindsToo { get; init; } = [];

    public override JsonObject ToSchema() => text.ToSchema();

    public override bool TryRead(Node node, ParseContext context, [MaybeNullWhen(false)] out T value)
    {
        if (!text.TryRead(node, context, out value))
        {
            return false;
        }

        // The value and not its text: 0101 and 101 are one number.
        var id = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (context.Ids.Declare(kind, id, node.At) is { } first)
        {
            context.Report(node.At, $"the {kind} {Quote.Of(id)} is already there at line {first.Line}");
        }

        foreach (var other in KindsToo)
        {
            context.Ids.Declare(other, id, node.At);
        }

        return true;
    }
}
