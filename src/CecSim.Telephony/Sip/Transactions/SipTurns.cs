namespace CecSim.Telephony.Sip.Transactions;

/// <summary>
/// One lock for the whole stack. Messages, timers and the application take turns; what the application is to hear is
/// told after the turn, outside of the lock, in the order in which it happened.
/// </summary>
internal sealed class SipTurns(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _notices = new();
    private bool _isTelling;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Timers that have neither fired nor been cancelled.</summary>
    public int TimersCount { get; private set; }

    public void Take(Action turn) => Take(() =>
    {
        turn();
        return true;
    });

    public T Take<T>(Func<T> turn)
    {
        if (_gate.IsHeldByCurrentThread)
        {
            return turn();
        }

        T result;
        lock (_gate)
        {
            result = turn();
            if (_isTelling || _notices.Count == 0)
            {
                return result;
            }

            _isTelling = true;
        }

        Tell();
        return result;
    }

    /// <summary>Called during a turn.</summary>
    public void AfterTurn(Action notice) => _notices.Enqueue(notice);

    /// <summary>Called during a turn, as is disposing what it returns: a cancelled timer never fires.</summary>
    public IDisposable After(TimeSpan delay, Action turn)
    {
        var timer = new SipTimer(this, turn);
        TimersCount++;
        timer.Start(clock, delay);
        return timer;
    }

    private void Tell()
    {
        while (true)
        {
            Action? notice;
            lock (_gate)
            {
                _isTelling = _notices.TryDequeue(out notice);
            }

            if (notice is null)
            {
                return;
            }

            Tell(notice);
        }
    }

    private void Tell(Action notice)
    {
        try
        {
            notice();
        }
        catch
        {
            // Whoever took the turn gets the exception; the notices behind it are told after the next one.
            lock (_gate)
            {
                _isTelling = false;
            }

            throw;
        }
    }

    private sealed class SipTimer(SipTurns turns, Action turn) : IDisposable
    {
        private ITimer? _timer;
        private bool _isOver;

        public void Start(TimeProvider clock, TimeSpan delay) =>
            _timer = clock.CreateTimer(_ => turns.Take(Fire), null, delay, Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            if (!_isOver)
            {
                _isOver = true;
                turns.TimersCount--;
                _timer!.Dispose();
            }
        }

        private void Fire()
        {
            if (!_isOver)
            {
                Dispose();
                turn();
            }
        }
    }
}
