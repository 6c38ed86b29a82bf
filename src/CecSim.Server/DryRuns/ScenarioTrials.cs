namespace CecSim.Server.DryRuns;

/// <summary>
/// Tries scenarios for people who are writing them. Each rule costs a server, so that there is one at a time, and none
/// longer than anybody looks at a page.
/// </summary>
internal sealed class ScenarioTrials(TimeProvider real) : IDisposable
{
    public const int WaitingMax = 8;

    private static readonly TimeSpan TriesFor = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <returns>What came of the rules, in their order, as far as the time went; null when too many wait.</returns>
    public async Task<IReadOnlyList<DryRun>?> TryAsync(Scenario scenario, CancellationToken aborted)
    {
        if (Interlocked.Increment(ref _waiting) > WaitingMax)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _turn.WaitAsync(aborted);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            return await PlayAsync(scenario, aborted);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<DryRun>> PlayAsync(Scenario scenario, CancellationToken aborted)
    {
        using var over = new CancellationTokenSource(TriesFor, real);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(over.Token, aborted);
        var runs = new List<DryRun>();
        try
        {
            await foreach (var run in DryRun.RunAllAsync(scenario, ends.Token))
            {
                runs.Add(run);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            // What is missing is counted by whoever asked.
        }

        return runs;
    }
}
