namespace CecSim.Telephony.Media;

/// <summary>One timer for all calls, at rest while there are none. A tick never overlaps another.</summary>
internal sealed class Ticker : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly Action _tick;
    private readonly Func<bool> _isIdle;
    private readonly ITimer _timer;
    private bool _runs;
    private int _ticking;

    public Ticker(Action tick, Func<bool> isIdle, TimeProvider clock, Guard guard)
    {
        _tick = tick;
        _isIdle = isIdle;
        _timer = guard.CreateTimer(clock, "media timer", Tick);
    }

    /// <summary>To be called after there is work, not before.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (!_runs)
            {
                _runs = true;
                _timer.Change(Every, Every);
            }
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Tick()
    {
        // One that comes while the last still works would only wait for its locks.
        if (Interlocked.Exchange(ref _ticking, 1) == 1)
        {
            return;
        }

        try
        {
            _tick();
            lock (_gate)
            {
                // Asked under the lock, so that a call that comes at this moment wakes the timer again.
                if (_isIdle())
                {
                    _runs = false;
                    _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }
            }
        }
        finally
        {
            Volatile.Write(ref _ticking, 0);
        }
    }
}
