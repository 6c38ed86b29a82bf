namespace CecSim.LoadTests.Thresholds;

/// <summary>A threshold, and what a run came to.</summary>
/// <param name="Value">The median of all runs; null when the run has no such figure.</param>
internal sealed record ThresholdCheck(Threshold Threshold, double? Value)
{
    public bool IsMet =>
        Value is { } value
        && value <= (Threshold.Max ?? double.MaxValue)
        && value >= (Threshold.Min ?? double.MinValue);

    public string Text
    {
        get
        {
            var what = Threshold.To is null ? Threshold.Figure : $"{Threshold.Figure}, of {Threshold.To}'s";
            var found = Value is { } value ? $"{value:0.###}" : "no such figure in this run";
            string?[] limits =
            [
                Threshold.Min is { } min ? $"at least {min}" : null,
                Threshold.Max is { } max ? $"at most {max}" : null,
            ];
            return $"{what}: {found}; asked for {string.Join(", ", limits.OfType<string>())}";
        }
    }

    public static IReadOnlyList<ThresholdCheck> Of(IEnumerable<Threshold> thresholds, LoadReport report) =>
    [
        .. from threshold in thresholds
           where threshold.Profile == report.Profile
           select new ThresholdCheck(threshold, ValueOf(threshold, report)),
    ];

    private static double? ValueOf(Threshold threshold, LoadReport report)
    {
        if (threshold.To is { } other)
        {
            return report.Ratios.FirstOrDefault(r => r.Figure == threshold.Figure && r.To == other)?.Median;
        }

        var values = report.Runs
            .Where(r => r.IsMeasured)
            .SelectMany(r => r.AllFigures.Where(f => f.Name == threshold.Figure))
            .Select(f => f.Value)
            .ToList();
        return values.Count > 0 ? Ratio.MedianOf(values) : null;
    }
}
