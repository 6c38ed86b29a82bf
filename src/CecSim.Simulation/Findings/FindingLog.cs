namespace CecSim.Simulation.Findings;

/// <summary>What was found so far: each kind with its count, and of its cases the first and the latest few.</summary>
public sealed class FindingLog
{
    /// <summary>How many cases of a kind are kept from the beginning, and how many from the end.</summary>
    public const int CasesMax = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<FindingKind, Kept> _kept = [];

    public void Add(FindingKind kind, FindingCase found)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(kind, out var kept))
            {
                _kept.Add(kind, kept = new Kept());
            }

            kept.Count++;
            if (kept.First.Count < CasesMax)
            {
                kept.First.Add(found);
                return;
            }

            kept.Latest.Enqueue(found);
            if (kept.Latest.Count > CasesMax)
            {
                kept.Latest.Dequeue();
            }
        }
    }

    /// <summary>The worst first.</summary>
    /// <param name="pending">Cases that stand now and may still come right.</param>
    public IReadOnlyList<Finding> Read(params IEnumerable<(FindingKind Kind, FindingCase Case)> pending)
    {
        var open = pending.ToLookup(p => p.Kind, p => p.Case);
        lock (_gate)
        {
            return
            [
                .. FindingRule.All
                    .Select(rule => FindingOf(rule, _kept.GetValueOrDefault(rule.Kind), [.. open[rule.Kind]]))
                    .Where(f => f.Count > 0)
                    .OrderByDescending(f => f.Rule.Level),
            ];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _kept.Clear();
        }
    }

    private static Finding FindingOf(FindingRule rule, Kept? kept, IReadOnlyList<FindingCase> open) => new(
        rule,
        (kept?.Count ?? 0) + open.Count,
        [.. kept?.First ?? [], .. kept?.Latest ?? [], .. open.Take(CasesMax)]);

    private sealed class Kept
    {
        public long Count { get; set; }

        public List<FindingCase> First { get; } = [];

        public Queue<FindingCase> Latest { get; } = [];
    }
}

/// <summary>A rule that was broken, how often, and where to look.</summary>
/// <param name="Count">Of all times, those that are not listed among them.</param>
/// <param name="Cases">The first and the latest ones, in their order.</param>
public sealed record Finding(FindingRule Rule, long Count, IReadOnlyList<FindingCase> Cases);

/// <summary>One time that a rule was broken.</summary>
/// <param name="Entry">The journal's entry; null where no one request did it.</param>
/// <param name="User">Null when it is not known.</param>
/// <param name="Detail">What was particular to it; null for nothing.</param>
public sealed record FindingCase(DateTimeOffset At, string? Entry, string? User, string? Detail);
