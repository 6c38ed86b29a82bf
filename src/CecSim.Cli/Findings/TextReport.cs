using System.Text;
using CecSim.Simulation;

namespace CecSim.Cli.Findings;

/// <summary>For a reader at a terminal.</summary>
internal static class TextReport
{
    private const int CasesMax = 3;

    public static string Write(IReadOnlyList<SpaceReport> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports.Where(r => r.Space is not null || r.Findings.Count > 0))
        {
            if (report.Findings.Count == 0)
            {
                text.Append(VisibleText.Line(report.Name)).Append(": nothing found, ").Append(report.Watched.Count)
                    .Append(" rules watched\n");
            }

            foreach (var finding in report.Findings)
            {
                Write(text, report, finding);
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, SpaceReport report, ReportedFinding finding)
    {
        var count = finding.Count == 1 ? "once" : $"{finding.Count} times";
        string[] lines =
        [
            $"{report.Name}: {finding.Level}: {finding.Code}, {count}",
            $"  {finding.Sentence}",
            $"  {finding.Mend}",
            $"  {finding.Document}, {finding.Section}",
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

    private static string Describe(ReportedCase found)
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
