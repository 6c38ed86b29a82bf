using Spectre.Console;

namespace CecSim.LoadTests.Reports;

/// <summary>What a run found, for a terminal.</summary>
internal static class ResultTable
{
    public static void Write(IAnsiConsole console, LoadReport report, IReadOnlyList<ThresholdCheck> checks)
    {
        var figures = new FigureTable(report);
        var table = new Table().Border(TableBorder.Simple).AddColumn(report.Profile);
        foreach (var heading in figures.Servers.Concat(figures.Others.Select(o => $"× {o}")))
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var row in figures.Rows)
        {
            table.AddRow([Markup.Escape(row[0]), .. row[1..]]);
        }

        console.WriteLine();
        console.Write(table);
        foreach (var outcome in figures.Outcomes)
        {
            console.WriteLine(outcome);
        }

        foreach (var check in checks)
        {
            var (colour, word) = check.IsMet ? ("green", "met") : ("red", "missed");
            console.MarkupLineInterpolated($"[{colour}]{word}[/]  {check.Text}");
        }

        foreach (var problem in report.Problems)
        {
            console.MarkupLineInterpolated($"[red]{problem}[/]");
        }
    }
}
