namespace CecSim.LoadTests.Reports;

/// <summary>The figures of all servers side by side, medians of the runs, and how they relate.</summary>
internal sealed class FigureTable(LoadReport report)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public IReadOnlyList<string> Servers { get; } = [.. report.Runs.Select(r => r.Server).Distinct()];

    /// <summary>With whom the measured one is compared.</summary>
    public IReadOnlyList<string> Others { get; } = [.. report.Ratios.Select(r => r.To).Distinct()];

    /// <summary>A figure's name and unit, a value for each server, a ratio for each other and its range.</summary>
    public IEnumerable<string[]> Rows =>
        from figure in report.Runs.SelectMany(FiguresOf).Select(f => (f.Name, f.Unit)).Distinct()
        select (string[])[
            $"{figure.Name}, {figure.Unit}",
            .. Servers.Select(s => TextOf(MedianOf(s, figure.Name))),
            .. Others.Select(o => TextOf(report.Ratios.FirstOrDefault(r => r.Figure == figure.Name && r.To == o))),
        ];

    /// <summary>What became of each server's requests.</summary>
    public IEnumerable<string> Outcomes =>
        from server in Servers
        let runs = report.Runs.Where(r => r.Server == server).ToList()
        let events = runs.Exists(r => r.LostEvents is not null)
            ? $", {runs.Sum(r => r.LostEvents)} events lost, {runs.Sum(r => r.DuplicatedEvents)} twice"
            : ""
        select $"{server}: {runs.Sum(r => r.Answered)} answered, {runs.Sum(r => r.Failed)} failed{events}; "
            + $"generator lag p99 {TextOf(runs.Max(r => r.Lag.P99Milliseconds))} ms";

    private double? MedianOf(string server, string name)
    {
        var values = report.Runs
            .Where(r => r.Server == server)
            .SelectMany(r => FiguresOf(r).Where(f => f.Name == name))
            .Select(f => f.Value)
            .ToList();
        return values.Count > 0 ? Ratio.MedianOf(values) : null;
    }

    private static IEnumerable<Figure> FiguresOf(ServerRun run) => run.ServerLatency is { } latency
        ? [
            .. run.AllFigures,
            new($"{latency.Name} p50", latency.P50Milliseconds, "ms"),
            new($"{latency.Name} p99", latency.P99Milliseconds, "ms"),
        ]
        : run.AllFigures;

    private static string TextOf(Ratio? ratio) => ratio switch
    {
        null => "",
        { Runs.Count: 1 } => TextOf(ratio.Median),
        _ => $"{TextOf(ratio.Median)} ({TextOf(ratio.Runs.Min())} to {TextOf(ratio.Runs.Max())})",
    };

    private static string TextOf(double? value) =>
        value?.ToString(Math.Abs(value.Value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, Culture) ?? "";
}
