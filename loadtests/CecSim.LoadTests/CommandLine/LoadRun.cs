namespace CecSim.LoadTests.CommandLine;

/// <summary>A profile against all servers that it compares, as often as asked.</summary>
internal sealed class LoadRun(ILoadProfile profile, LoadSettings settings, LineProgress progress)
{
    private static readonly TimeSpan WarmUpMax = TimeSpan.FromSeconds(4);
    private const int WarmUpHeldMax = 1_000;

    private readonly List<ServerRun> _runs = [];
    private readonly List<string> _problems = [];

    /// <exception cref="IOException">A server could not be started.</exception>
    /// <exception cref="HttpRequestException">A server did not do what every run needs.</exception>
    public async Task<LoadReport> RunAsync(string command, CancellationToken ends)
    {
        var startedAt = TimeProvider.System.GetUtcNow();
        for (var run = 1; run <= settings.Runs; run++)
        {
            await foreach (var server in Contestants.AllAsync(settings, ends))
            {
                await using (server.Process)
                {
                    if (profile.CanMeasure(server))
                    {
                        await MeasureAsync(server, run, ends);
                    }
                }
            }
        }

        if (_runs.Count == 0)
        {
            _problems.Add($"{profile.Name} needs a server with CecSim's control API.");
        }

        return new LoadReport(
            profile.Name,
            profile.Summary,
            startedAt,
            await Commit.OfAsync(Contestants.Root),
            command,
            Machine.Here,
            _runs,
            [.. Ratio.Between(_runs)],
            _problems);
    }

    private async Task MeasureAsync(LoadServer server, int run, CancellationToken ends)
    {
        if (settings.HasWarmUp && (server.HasControl || profile.WarmsUpPeers))
        {
            progress.Server(server.Name, run, "warm-up");
            using var warmUp = new LoadSession(server, Short(settings), progress.Phase);
            await profile.RunAsync(warmUp, ends);
        }

        progress.Server(server.Name, run, null);
        using var session = new LoadSession(server, settings, progress.Phase);
        var sampler = new Sampler(session, progress.Sampled);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var sampling = sampler.RunAsync(over.Token);
        await profile.RunAsync(session, ends);
        await over.CancelAsync();
        await sampling;
        var result = ResultOf(session, run, sampler.Samples);
        _runs.Add(result);
        _problems.AddRange(ProblemsOf(result));
    }

    // All code paths, so that neither side compiles while it is measured.
    private static LoadSettings Short(LoadSettings settings) => settings with
    {
        For = settings.For < WarmUpMax ? settings.For : WarmUpMax,
        Held = Math.Min(settings.Held, WarmUpHeldMax),
    };

    private static ServerRun ResultOf(LoadSession session, int run, IReadOnlyList<Sample> samples) => new(
        run,
        session.Server.Name,
        session.Tally.AnsweredCount,
        session.Tally.FailedCount,
        session.Tally.Failures,
        session.Events?.Lost,
        session.Events?.Duplicated,
        session.Figures,
        [.. session.Tally.Latencies.Select(l => LatencySummary.Of(l.Key, l.Value))],
        session.ServerLatency,
        LatencySummary.Of("generator lag", session.Lag),
        samples);

    private IEnumerable<string> ProblemsOf(ServerRun run)
    {
        var who = $"{run.Server}, run {run.Run}:";
        if (run.Lag.P99Milliseconds > settings.LagMax.TotalMilliseconds)
        {
            yield return $"{who} the generator itself was late, p99 {run.Lag.P99Milliseconds:0.0} ms: the figures "
                + $"say nothing: up to {settings.LagMax.TotalMilliseconds:0} ms is allowed. Ask for less, or use a "
                + "quieter machine.";
        }

        foreach (var (reason, count) in run.Failures)
        {
            yield return $"{who} {count} failed: {reason}";
        }

        if (run is { LostEvents: > 0 } or { DuplicatedEvents: > 0 })
        {
            yield return $"{who} {run.LostEvents} events lost, {run.DuplicatedEvents} came twice.";
        }
    }
}
