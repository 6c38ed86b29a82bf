namespace CecSim.Scenarios.Yaml;

/// <summary>
/// Ids that a file declares, and where it refers to them. References are settled last: a file may refer to what stands
/// further down.
/// </summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<(string Kind, string Id), SourceLocation> _declared = [];
    private readonly List<(string Kind, Node.Scalar Node)> _references = [];

    /// <returns>Where the same id was declared before; null when this is the first.</returns>
    public SourceLocation? Declare(string kind, string id, SourceLocation at)
    {
        var isNew = _declared.TryAdd((kind, id), at);
        return isNew ? null : _declared[(kind, id)];
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<string> Of(string kind) => [.. _declared.Keys.Where(d => d.Kind == kind).Select(d => d.Id)];

    public void Refer(string kind, Node.Scalar node) => _references.Add((kind, node));

    public bool IsReferredTo(string kind, string id) => _references.Any(r => r.Kind == kind && r.Node.Text == id);

    public bool Declares(string kind) => _declared.Keys.Any(d => d.Kind == kind);

    public void Settle(ParseContext context)
    {
        foreach (var references in _references.ToLookup(r => r.Kind, r => r.Node))
        {
            var kind = references.Key;
            var known = _declared.Keys.Where(d => d.Kind == kind).Select(d => d.Id).ToList();
            var allowed = Listing.Of(known);
            foreach (var node in references.Where(n => !_declared.ContainsKey((kind, n.Text))))
            {
                context.Report(
                    node.At,
                    $"{Quote.Of(node.Text)} is not a {kind} of this space",
                    allowed,
                    context.Guess(() => Spelling.Nearest(node.Text, known)));
            }
        }
    }
}
