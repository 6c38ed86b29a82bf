using CecSim.Scenarios.Wording;

namespace CecSim.Scenarios.Yaml;

/// <summary>
/// Ids that a file declares, and where it refers to them. References are settled last: a file may refer to what stands
/// further down.
/// </summary>
internal sealed class Ids
{
    private readonly Dictionary<(string Kind, string Id), Place> _declared = [];
    private readonly List<(string Kind, Node.Scalar Node)> _references = [];

    /// <returns>Where the same id was declared before; null when this is the first.</returns>
    public Place? Declare(string kind, Node.Scalar node)
    {
        var isNew = _declared.TryAdd((kind, node.Text), node.At);
        return isNew ? null : _declared[(kind, node.Text)];
    }

    public void Refer(string kind, Node.Scalar node) => _references.Add((kind, node));

    /// <param name="withoutAny">The ids that there are when the file declares none.</param>
    public void Settle(string kind, IReadOnlyList<string> withoutAny, Reading reading)
    {
        var declared = _declared.Keys.Where(d => d.Kind == kind).Select(d => d.Id).ToList();
        var known = declared.Count > 0 ? declared : withoutAny;
        foreach (var (_, node) in _references.Where(r => r.Kind == kind && !known.Contains(r.Node.Text)))
        {
            reading.Complain(
                node.At,
                $"{Quote.Of(node.Text)} is not a {kind} of this space",
                string.Join(", ", known),
                Spelling.Nearest(node.Text, known));
        }
    }
}
