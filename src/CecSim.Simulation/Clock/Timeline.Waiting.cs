namespace CecSim.Simulation.Clock;

/// <summary>How many requests wait for something to happen in this space: held polls and delayed answers.</summary>
public sealed partial class Timeline
{
    private readonly List<Watch> _watches = [];
    private int _waitingCount;

    /// <summary>
    /// Ends at the moment when exactly so many requests wait, so that whoever moves time by hand can be sure that
    /// a request has arrived, or has gone, before it does.
    /// </summary>
    public async Task WhenWaitingAsync(int count, CancellationToken cancellationToken)
    {
        var watch = new Watch(count);
        using (Enter())
        {
            _watches.Add(watch);
            TellWatches();
        }

        try
        {
            await watch.Seen.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            using var turn = Enter();
            _watches.Remove(watch);
        }
    }

    internal void WaitBegins()
    {
        _waitingCount++;
        TellWatches();
    }

    internal void WaitEnds()
    {
        _waitingCount--;
        TellWatches();
    }

    private void TellWatches()
    {
        foreach (var watch in _watches)
        {
            if (watch.Count == _waitingCount)
            {
                watch.Seen.TrySetResult();
            }
        }
    }

    private sealed record Watch(int Count)
    {
        public TaskCompletionSource Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
