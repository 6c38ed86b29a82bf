namespace CecSim.Simulation.Journal;

/// <summary>Which entries are meant. What is null is not asked about.</summary>
public sealed record JournalQuery
{
    public CecOperation? Operation { get; init; }

    public string? Method { get; init; }

    public string? Path { get; init; }

    public string? User { get; init; }

    public int? Status { get; init; }

    public string? ResultCode { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Found anywhere in path, query, bodies, or what was wrong; capitals do not matter.</summary>
    public string? Text { get; init; }

    public bool Matches(JournalEntry entry) => Differences(entry).Count == 0;

    /// <summary>What keeps an entry from matching, in words.</summary>
    public IReadOnlyList<string> Differences(JournalEntry entry)
    {
        var found = new List<string>();
        Compare("operation", Operation?.Word(), entry.Operation?.Word());
        Compare("method", Method, entry.Method);
        Compare("path", Path, entry.Path);
        Compare("user", User, entry.UserId);
        Compare("status", Status, entry.Status);
        Compare("resultCode", ResultCode, entry.ResultCode);
        if (Since > entry.At)
        {
            found.Add($"at {entry.At:O}, before {Since:O}");
        }

        if (Until < entry.At)
        {
            found.Add($"at {entry.At:O}, after {Until:O}");
        }

        if (Text is not null && !TextsOf(entry).Any(t => t.Contains(Text, StringComparison.OrdinalIgnoreCase)))
        {
            found.Add($"has no '{Text}'");
        }

        return found;

        void Compare(string name, object? wanted, object? actual)
        {
            if (wanted is not null && !wanted.Equals(actual))
            {
                found.Add($"{name} is {actual ?? "none"}, not {wanted}");
            }
        }
    }

    private static IEnumerable<string> TextsOf(JournalEntry entry) =>
    [
        entry.Path, entry.Query, entry.RequestBody?.Text ?? "", entry.ResponseBody?.Text ?? "",
        .. entry.Wrong.Select(w => w.Why), .. entry.Faults,
    ];
}
