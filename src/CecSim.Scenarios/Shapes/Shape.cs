using System.Diagnostics.CodeAnalysis;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>What a part of a file must look like, said once, as data.</summary>
internal abstract class Shape<T>
{
    /// <summary>
    /// False when there is nothing to go on. A value may come back even when something in it is wrong, so that whatever
    /// else is wrong is found too: only a reading without complaints counts.
    /// </summary>
    public abstract bool TryRead(Node node, Reading reading, [MaybeNullWhen(false)] out T value);

    public Shape<TOther> To<TOther>(Func<T, TOther> make) => new ShapeTo<T, TOther>(this, make);

    public Shape<TOther> Then<TOther>(Func<T, Node, Reading, TOther> then) => new ThenShape<T, TOther>(this, then);
}
