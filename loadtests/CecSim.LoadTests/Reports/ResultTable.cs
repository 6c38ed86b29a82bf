using System.Globalization;
using CecSim.LoadTests.Measuring;
using CecSim.LoadTests.Thresholds;
using Spectre.Console;

namespace CecSim.LoadTests.Reports;

/// <summary>The figures of all servers side by side, medians of the runs, for a terminal.</summary>
internal static class ResultTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Write(IAnsiConsole console, LoadReport report, IReadOnlyList<ThresholdCheck> checks)
    {
        var servers = report.Runs.Select(r => r.Server).Distinct().ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumn(report.Profile);
        servers.ForEach(s => table.AddColumn(new TableColumn(s).RightAligned()));
        var others = report.Ratios.Select(r => r.To).Distinct().ToList();
        others.ForEach(o => table.AddColumn(new TableColumn($"× {o}").RightAligned()));
        foreach (var (name, unit) in RowsOf(report))
        {
            table.AddRow(
            [
                Markup.Escape($"{name}, {unit}"),
                .. servers.Select(s => TextOf(MedianOf(report, s, name))),
                .. others.Select(o => TextOf(report.Ratios.FirstOrDefault(r => r.Figure == name && r.To == o)?.Median)),
            ]);
        }

        console.WriteLine();
        console.Write(table);
        foreach (var server in servers)
        {
            var runs = report.Runs.Where(r => r.Server == server).ToList();
            var events = runs.Exists(r => r.LostEvents is not null)
                ? $", {runs.Sum(r => r.LostEvents)} events lost, {runs.Sum(r => r.DuplicatedEvents)} twice"
                : "";
            console.WriteLine(
                $"{server}: {runs.Sum(r => r.Answered)} answered, {runs.Sum(r => r.Failed)} failed{events}; "
                + $"generator lag p99 {TextOf(runs.Max(r => r.Lag.P99Milliseconds))} ms");
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

    private static IEnumerable<(string Name, string Unit)> RowsOf(LoadReport report) =>
        report.Runs.SelectMany(r => r.AllFigures.Concat(ServerFigures(r))).Select(f => (f.Name, f.Unit)).Distinct();

    private static IEnumerable<Figure> ServerFigures(ServerRun run) => run.ServerLatency is { } latency
        ? [
            new($"{latency.Name} p50", latency.P50Milliseconds, "ms"),
            new($"{latency.Name} p99", latency.P99Milliseconds, "ms"),
        ]
        : [];

    private static double? MedianOf(LoadReport report, string server, string name)
    {
        var values = report.Runs
            .Where(r => r.Server == server)
            .SelectMany(r => r.AllFigures.Concat(ServerFigures(r)).Where(f => f.Name == name))
            .Select(f => f.Value)
            .ToList();
        return values.Count > 0 ? Ratio.MedianOf(values) : null;
    }

    private static string TextOf(double? value) =>
        value?.ToString(Math.Abs(value.Value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, Culture) ?? "";
}
