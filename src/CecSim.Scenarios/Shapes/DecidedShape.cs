using System.Diagnostics.CodeAnalysis;
using CecSim.Scenarios.Yaml;

namespace CecSim.Scenarios.Shapes;

/// <summary>A mapping in which one key decides what the others may be.</summary>
/// <param name="unlessSaid">What is decided when the key is absent.</param>
/// <param name="shapeOf">The whole mapping, that key included; null where the key says nothing sensible.</param>
internal sealed class DecidedShape<T, TKey>(
    string key,
    Shape<TKey> choice,
    TKey unlessSaid,
    Func<TKey?, Shape<T>> shapeOf)
    : Shape<T>
    where TKey : struct, Enum
{
    private readonly Dictionary<TKey, Shape<T>> _shapes = Enum.GetValues<TKey>().ToDictionary(k => k, k => shapeOf(k));
    private readonly Shape<T> _undecided = shapeOf(null);

    public override bool TryRead(Node node, Reading reading, [MaybeNullWhen(false)] out T value) =>
        ShapeFor(node).TryRead(node, reading, out value);

    private Shape<T> ShapeFor(Node node)
    {
        if ((node as Node.Map)?.Find(key) is not { } entry)
        {
            return _shapes[unlessSaid];
        }

        // Only a look ahead: what is wrong with it is said when the mapping is read.
        return choice.TryRead(entry.Value, new Reading(""), out var decided) ? _shapes[decided] : _undecided;
    }
}
