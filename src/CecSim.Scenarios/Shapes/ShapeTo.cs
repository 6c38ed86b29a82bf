using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>The same shape in the file, another type in the program.</summary>
internal sealed class ShapeTo<TRead, T>(Shape<TRead> shape, Func<TRead, T> make) : Shape<T>
{
    public override JsonObject ToSchema() => shape.ToSchema();

    public override bool TryRead(Node node, Reading reading, [MaybeNullWhen(false)] out T value)
    {
        if (!shape.TryRead(node, reading, out var read))
        {
            value = default;
            return false;
        }

        value = make(read);
        return true;
    }
}
