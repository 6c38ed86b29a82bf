namespace CecSim.LoadTests.Reports;

/// <summary>A figure of one server, in that of another; one for each run, and their median.</summary>
internal sealed record Ratio(string Figure, string Of, string To, IReadOnlyList<double> Runs, double Median)
{
    /// <summary>All that two servers both have, of the first server to each other.</summary>
    public static IEnumerable<Ratio> Between(IReadOnlyList<ServerRun> runs)
    {
        if (runs.Count == 0)
        {
            return [];
        }

        var measured = runs.FirstOrDefault(r => r.IsMeasured)?.Server ?? runs[0].Server;
        return
            from other in runs.Select(r => r.Server).Distinct()
            where other != measured
            from figure in runs.First(r => r.Server == measured).AllFigures.Select(f => f.Name).Distinct()
            let ratios = Ratios(runs, figure, measured, other).ToList()
            where ratios.Count > 0
            select new Ratio(figure, measured, other, ratios, MedianOf(ratios));
    }

    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static IEnumerable<double> Ratios(
        IReadOnlyList<ServerRun> runs, string figure, string measured, string other) =>
        from one in runs
        where one.Server == measured
        from two in runs
        where two.Server == other && two.Run == one.Run
        let value = one.AllFigures.FirstOrDefault(f => f.Name == figure)?.Value
        let divisor = two.AllFigures.FirstOrDefault(f => f.Name == figure)?.Value
        where value is not null && divisor is > 0
        select value.Value / divisor.Value;
}
