using System.Diagnostics.CodeAnalysis;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>A shape that stands within itself, and so cannot be there before it is made.</summary>
internal sealed class LazyShape<T>(Func<Shape<T>> shape) : Shape<T>
{
    public override bool TryRead(Node node, Reading reading, [MaybeNullWhen(false)] out T value) =>
        shape().TryRead(node, reading, out value);
}
