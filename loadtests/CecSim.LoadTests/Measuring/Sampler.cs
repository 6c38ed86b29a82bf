namespace CecSim.LoadTests.Measuring;

/// <summary>Looks once a second, while a profile runs.</summary>
internal sealed class Sampler(LoadSession session, Action<Sample> tell)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly List<Sample> _samples = [];
    private readonly long _begin = TimeProvider.System.GetTimestamp();
    private ServerCost? _cost;
    private TimeSpan _at;
    private long _answeredCount;

    public IReadOnlyList<Sample> Samples => _samples;

    public async Task RunAsync(CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, TimeProvider.System, over);
                var sample = await TakeAsync(over);
                _samples.Add(sample);
                tell(sample);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // What was measured so far is all there is.
        }
    }

    private async Task<Sample> TakeAsync(CancellationToken over)
    {
        var cost = session.Control is null ? null : await session.Control.CostAsync(collect: false, over);
        var now = TimeProvider.System.GetElapsedTime(_begin);
        var took = now - _at;
        var answered = session.Tally.AnsweredCount;
        var sample = new Sample(
            Math.Round(now.TotalSeconds, 2),
            Math.Round((answered - _answeredCount) / took.TotalSeconds, 1),
            LatencySummary.Of("second", session.Tally.TakeSecond()).P99Milliseconds,
            session.Tally.FailedCount,
            cost?.HeldPolls,
            cost is null ? null : Math.Round(cost.ManagedBytes / 1e6, 2),
            cost is null ? null : Math.Round(cost.ResidentBytes / 1e6, 2),
            cost is null || _cost is null
                ? null
                : Math.Round((cost.CpuMilliseconds - _cost.CpuMilliseconds) / took.TotalMilliseconds * 100, 1));
        (_cost, _at, _answeredCount) = (cost, now, answered);
        return sample;
    }
}
