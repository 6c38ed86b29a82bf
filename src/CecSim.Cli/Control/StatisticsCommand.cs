namespace CecSim.Cli.Control;

/// <summary><c>cecsim statistics</c>: what a space comes to at this moment, in counts.</summary>
internal static class StatisticsCommand
{
    public static Command Create() =>
        new Command("statistics", "What a space comes to at this moment, in counts.").OfSpace().Does(ShowAsync);

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ReadStatisticsAsync(run.Ends),
        AnswerJson.Contract.SpaceStatistics,
        TextOf);

    private static string TextOf(SpaceStatistics statistics) => TableWriter.Facts(
    [
        ("now", TableWriter.Time(statistics.Now)),
        ("requests", TableWriter.Number(statistics.Requests)),
        ("held polls", TableWriter.Number(statistics.HeldPolls)),
        ("waiting", TableWriter.Number(statistics.Waiting)),
        ("fault strikes", TableWriter.Number(statistics.FaultStrikes)),
        .. statistics.Calls.Select(c => ($"calls {EnumWords.Of(c.State)}", (string?)TableWriter.Number(c.Count))),
        ("calls with media", TableWriter.Number(statistics.Media.Calls)),
        ("loss in", Text(statistics.Media.LossInPercent, "%")),
        ("loss out", Text(statistics.Media.LossOutPercent, "%")),
        ("jitter", Text(statistics.Media.JitterMs, "ms")),
        ("round trip", Text(statistics.Media.RoundTripMs, "ms")),
    ]);

    private static string? Text(double? value, string unit) => value is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known:0.##} {unit}")
        : null;
}
