using CecSim.Guarding;

namespace CecSim.Simulation.Clock;

/// <summary>How many requests wait for something to happen in this space: held polls and delayed answers.</summary>
public sealed partial class SpaceScheduler
{
    private readonly List<Watch> _watches = [];
    private readonly HashSet<TaskCompletionSource> _waits = [];
    private bool _endsWaits;
    private int _waitingCount;

    /// <summary>
    /// Ends at the moment when exactly so many requests wait, so that whoever moves time by hand can be sure that
    /// a request has arrived, or has gone, before it does.
    /// </summary>
    /// <exception cref="SpaceFailedException">The space has failed, or fails meanwhile.</exception>
    public async Task WhenWaitingAsync(int count, CancellationToken cancellationToken)
    {
        var watch = new Watch(count);
        using (Enter())
        {
            ThrowIfFailed();
            _watches.Add(watch);
            TellWatches();
        }

        try
        {
            await watch.Seen.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            using var lockScope = Enter();
            _watches.Remove(watch);
        }
    }

    /// <summary>How many wait for a number of requests to wait.</summary>
    internal int WatchesCount
    {
        get
        {
            using var lockScope = Enter();
            return _watches.Count;
        }
    }

    /// <summary>How many requests wait now.</summary>
    public int WaitingCount
    {
        get
        {
            using var lockScope = Enter();
            return _waitingCount;
        }
    }

    /// <summary>Waits in space time.</summary>
    /// <param name="inFlight">The request that waits, so that time moved by hand can wait for it in turn.</param>
    public Task WaitAsync(TimeSpan wait, InFlightRequest? inFlight, CancellationToken cancellationToken) =>
        WaitAsync(now => now + wait, inFlight, cancellationToken);

    /// <summary>Waits for a moment of space time; not at all when it is past.</summary>
    public Task WaitUntilAsync(DateTimeOffset moment, InFlightRequest? inFlight, CancellationToken cancellationToken) =>
        WaitAsync(_ => moment, inFlight, cancellationToken);

    /// <summary>Waits until the space is about to end.</summary>
    public Task WaitForEndAsync(InFlightRequest? inFlight, CancellationToken cancellationToken) =>
        WaitAsync(_ => null, inFlight, cancellationToken);

    private async Task WaitAsync(
        Func<DateTimeOffset, DateTimeOffset?> dueAt, InFlightRequest? inFlight, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ScheduledTimer? entry = null;
        using (Enter())
        {
            var due = dueAt(_now);
            if (_endsWaits || due <= _now)
            {
                return;
            }

            entry = due is { } moment ? At(moment, "wait", () => GoOn(over, inFlight)) : null;
            inFlight?.RestNow();
            _waits.Add(over);
            WaitBegins();
        }

        try
        {
            await over.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            using var lockScope = Enter();
            Cancel(entry);
            EndWait(over);
        }
    }

    /// <summary>Nobody shall wait any longer, nor from now on: the space is about to end.</summary>
    internal void EndWaits()
    {
        _endsWaits = true;
        foreach (var over in _waits.ToList())
        {
            EndWait(over);
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

    private void GoOn(TaskCompletionSource over, InFlightRequest? inFlight)
    {
        inFlight?.Move();
        EndWait(over);
    }

    private void EndWait(TaskCompletionSource over)
    {
        if (_waits.Remove(over))
        {
            WaitEnds();
            over.SetResult();
        }
    }

    private void FailWatches(Failure why)
    {
        foreach (var watch in _watches)
        {
            watch.Seen.TrySetException(new SpaceFailedException(why));
        }
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
