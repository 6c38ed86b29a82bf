namespace CecSim.Testing;

/// <summary>Clients did not do what a test demands of them. Whatever the test framework, the test fails.</summary>
public sealed class CecAssertionException : Exception
{
    private CecAssertionException(IEnumerable<string> lines)
        : base(string.Join(Environment.NewLine, lines))
    {
    }

    internal static CecAssertionException Of(string what, IEnumerable<string> details) => new([what, .. details]);

    internal static void ThrowIfAny(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new CecAssertionException(findings.SelectMany(LinesOf));
        }
    }

    internal static void ThrowUnlessHolds(JournalVerdict verdict)
    {
        if (!verdict.Holds)
        {
            throw new CecAssertionException([verdict.Why, .. verdict.Nearest.Select(LineOf)]);
        }
    }

    private static IEnumerable<string> LinesOf(Finding finding) =>
    [
        $"{finding.Level}: {finding.Code}, {TimesOf(finding.Count)}. {finding.Sentence}",
        $"  {finding.Mend} ({finding.Document}, {finding.Section})",
        .. finding.Cases.Select(LineOf),
    ];

    private static string TimesOf(long count) => count == 1 ? "once" : $"{count} times";

    private static string LineOf(FindingCase found)
    {
        string?[] parts =
        [
            $"{found.At:O}",
            found.User is null ? null : $"user {found.User}",
            found.Entry is null ? null : $"request {found.Entry}",
            found.Detail,
        ];
        return $"  - {string.Join(", ", parts.Where(p => p is not null))}";
    }

    private static string LineOf(NearJournalEntry near)
    {
        var differences = near.Differences.Count == 0 ? "is one" : string.Join("; ", near.Differences);
        return $"  - request {near.Entry.Id}, {near.Entry.Request.Method} {near.Entry.Request.Url}: {differences}";
    }
}
