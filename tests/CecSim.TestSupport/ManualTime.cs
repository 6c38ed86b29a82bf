namespace CecSim.Tests;

/// <summary>
/// Time that passes when a test says so. Timers fire in the order in which they are due, each at its own moment and not
/// at the end of the step, which is where FakeTimeProvider would have it: what a timer arms anew in one long step is
/// due where it would be in many short ones.
/// </summary>
internal sealed class ManualTime : TimeProvider
{
    private const int FiringsMax = 10_000_000;

    // No machine begins with the test.
    private static readonly TimeSpan UpBefore = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private TimeSpan _elapsed;
    private DateTimeOffset _wallClockStart = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many will fire.</summary>
    public int TimersCount
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wallClockStart + _elapsed;
        }
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return (UpBefore + _elapsed).Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        TimeSpan end;
        lock (_gate)
        {
            end = _elapsed + by;
        }

        for (var i = 0; TakeDue(end) is { } due; i++)
        {
            Assert.True(i < FiringsMax, "A timer arms itself for ever.");
            due.Fire();
        }

        lock (_gate)
        {
            _elapsed = end;
        }
    }

    /// <summary>Time that passes while no timer fires, as when the machine sleeps.</summary>
    /// <remarks>It allocates nothing: tests of memory use it.</remarks>
    public void Leap(TimeSpan by)
    {
        lock (_gate)
        {
            _elapsed += by;
            foreach (var timer in _timers)
            {
                timer.DueAt += by;
            }
        }
    }

    /// <summary>What somebody who sets the machine's clock does: the stopwatch and the timers go on.</summary>
    public void SetWallClockBack(TimeSpan by)
    {
        lock (_gate)
        {
            _wallClockStart -= by;
        }
    }

    private ManualTimer? TakeDue(TimeSpan end)
    {
        lock (_gate)
        {
            var due = _timers.Where(t => t.DueAt <= end).MinBy(t => t.DueAt);
            if (due is null)
            {
                return null;
            }

            _elapsed = due.DueAt;
            if (due.Period is { } period)
            {
                due.DueAt += period;
            }
            else
            {
                _timers.Remove(due);
            }

            return due;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public TimeSpan DueAt { get; set; }

        public TimeSpan? Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    (DueAt, Period) = (time._elapsed + dueTime, period > TimeSpan.Zero ? period : null);
                    time._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
