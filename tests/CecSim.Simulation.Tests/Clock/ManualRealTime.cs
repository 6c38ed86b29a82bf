namespace CecSim.Simulation.Tests.Clock;

/// <summary>Real time played by hand, with as many one-shot timers as are asked for.</summary>
internal sealed class ManualRealTime : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private TimeSpan _elapsed;
    private DateTimeOffset _wallClockStart = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public int TimersCount => _timers.Count;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => _wallClockStart + _elapsed;

    public void SetWallClockBack(TimeSpan by) => _wallClockStart -= by;

    public void Advance(TimeSpan by)
    {
        var target = _elapsed + by;
        while (_timers.Where(t => t.DueAt <= target).MinBy(t => t.DueAt) is { } timer)
        {
            _elapsed = timer.DueAt!.Value;
            timer.Fire();
        }

        _elapsed = target;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualRealTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : time._elapsed + dueTime;
            return true;
        }

        public void Fire()
        {
            DueAt = null;
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
