namespace CecSim.Cli.Findings;

/// <summary>For a reader at a terminal.</summary>
internal static class TextReport
{
    private const int CasesMax = 3;

    public static string Write(IReadOnlyList<SpaceFindings> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports.Where(r => r.Space is not null || r.Findings.Count > 0))
        {
            if (report.Findings.Count == 0)
            {
                text.Append(VisibleText.Line(SpaceReport.NameOf(report))).Append(": nothing found, ")
                    .Append(report.Watched.Count).Append(" rules watched\n");
            }

            foreach (var finding in report.Findings)
            {
                Write(text, report, finding);
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, SpaceFindings report, Finding finding)
    {
        var count = finding.Count == 1 ? "once" : $"{finding.Count} times";
        string[] lines =
        [
            $"{SpaceReport.NameOf(report)}: {EnumWords.Of(finding.Level)}: {finding.Code}, {count}",
            $"  {finding.Sentence}",
            $"  {finding.Mend}",
            $"  {finding.Document}, {finding.Section}{(finding.Claim is null ? "" : $"; claim {finding.Claim}")}",
        ];
        foreach (var line in lines)
        {
            text.Append(VisibleText.Line(line)).Append('\n');
        }

        foreach (var found in finding.Cases.Take(CasesMax))
        {
            text.Append("  - ").Append(Describe(found)).Append('\n');
        }
    }

    private static string Describe(FindingCase found)
    {
        string?[] parts =
        [
            $"{found.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z",
            found.Entry is null ? null : $"request {found.Entry}",
            found.User is null ? null : $"user {found.User}",
            found.Detail,
        ];
        return VisibleText.Line(string.Join(", ", parts.Where(p => p is not null)));
    }
}
