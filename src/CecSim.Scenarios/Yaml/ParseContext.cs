namespace CecSim.Scenarios.Yaml;

/// <summary>The reading of one file: the complaints so far, and the ids that it declares and refers to.</summary>
internal sealed class ParseContext(string file)
{
    private readonly List<Diagnostic> _complaints = [];
    private readonly List<Diagnostic> _warnings = [];
    private readonly Dictionary<Type, object> _shared = [];
    private readonly List<Action> _last = [];
    private int _guesses;

    /// <summary>As it was named.</summary>
    public string File => file;

    public SymbolTable Ids { get; } = new();

    /// <summary>The values read, aliases counted in full: what the reading cost.</summary>
    public int NodesCount { get; set; }

    public int ComplaintCount => _complaints.Count;

    /// <summary>In the order of the file. What an alias repeats is said once.</summary>
    public IReadOnlyList<Diagnostic> Complaints =>
        [.. _complaints.Distinct().OrderBy(c => c.Line).ThenBy(c => c.Column)];

    /// <summary>What is sound and has no effect, in the order of the file.</summary>
    public IReadOnlyList<Diagnostic> Warnings => [.. _warnings.Distinct().OrderBy(c => c.Line).ThenBy(c => c.Column)];

    public void Warn(SourceLocation at, string message) =>
        _warnings.Add(new Diagnostic(file, at.Line, at.Column, message) { IsWarning = true });

    public void Report(SourceLocation at, string message, string? allowed = null, string? didYouMean = null) =>
        _complaints.Add(new Diagnostic(file, at.Line, at.Column, message, allowed, didYouMean));

    /// <summary>The known word that was probably meant; no more guesses in a file that needs very many.</summary>
    public string? Guess(Func<string?> nearest) => _guesses++ < YamlLimits.GuessesMax ? nearest() : null;

    public void ReportKind(Node node, string expected, string? allowed = null) =>
        Report(node.At, $"expected {expected}, got {node.Kind}", allowed);

    /// <summary>What one capability remembers of the file, wherever in it it stands.</summary>
    public T Shared<T>()
        where T : class, new()
    {
        if (!_shared.TryGetValue(typeof(T), out var shared))
        {
            _shared[typeof(T)] = shared = new T();
        }

        return (T)shared;
    }

    /// <summary>For what can be judged only when all of the file has been read.</summary>
    public void AtTheEnd(Action check) => _last.Add(check);

    public void End()
    {
        Ids.Settle(this);
        _last.ForEach(check => check());
    }
}
