namespace CecSim.Telephony.Sip.Transactions;

/// <summary>
/// One lock for the whole stack. Messages, timers and the application take turns; what the application is to hear is
/// told after the turn, outside of the lock, in the order in which it happened.
/// </summary>
internal sealed class SipSerialExecutor(TimeProvider clock, Guard guard)
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _notices = new();
    private bool _isTelling;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Guard Guard => guard;

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
    /// <param name="fail">Done in a turn of its own when that of the timer throws.</param>
    public IDisposable After(TimeSpan delay, Action turn, Action<Failure>? fail = null)
    {
        var timer = new SipTimer(this, turn);
        TimersCount++;
        timer.Start(clock, guard, delay, fail);
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

            // Whoever took the turn is not to blame, and the notices behind it are for others.
            guard.Run("SIP notice", notice);
        }
    }

    private sealed class SipTimer(SipSerialExecutor turns, Action turn) : IDisposable
    {
        private ITimer? _timer;
        private bool _isOver;

        public void Start(TimeProvider clock, Guard guard, TimeSpan delay, Action<Failure>? fail) =>
            _timer = guard.CreateTimer(
                clock,
                "SIP timer",
                () => turns.Take(Fire),
                fail is null ? null : failure => turns.Take(() => fail(failure)),
                delay);

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
