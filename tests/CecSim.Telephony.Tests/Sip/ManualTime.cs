namespace CecSim.Telephony.Tests.Sip;

/// <summary>Time that passes when a test says so. Timers fire in the order in which they are due.</summary>
internal sealed class ManualTime : TimeProvider
{
    private const int FiringsMax = 10_000;

    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public int TimersCount => _timers.Count;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by)
    {
        var target = _now + by;
        for (var i = 0; _timers.Where(t => t.DueAt <= target).MinBy(t => t.DueAt) is { } timer; i++)
        {
            Assert.True(i < FiringsMax, "A timer arms itself for ever.");
            _now = timer.DueAt;
            timer.Fire();
        }

        _now = target;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state, _now + dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state, DateTimeOffset dueAt)
        : ITimer
    {
        public DateTimeOffset DueAt => dueAt;

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Fire()
        {
            time._timers.Remove(this);
            callback(state);
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
