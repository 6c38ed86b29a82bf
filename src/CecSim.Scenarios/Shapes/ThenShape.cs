using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>The same shape in the file; what it becomes, or what is wrong, depends on where it stands.</summary>
internal sealed class ThenShape<TRead, T>(Shape<TRead> shape, Func<TRead, Node, Reading, T> then) : Shape<T>
{
    public override JsonObject ToSchema() => shape.ToSchema();

    public override bool TryRead(Node node, Reading reading, [MaybeNullWhen(false)] out T value)
    {
        var isRead = shape.TryRead(node, reading, out var read);
        value = isRead ? then(read!, node, reading) : default;
        return isRead;
    }
}
