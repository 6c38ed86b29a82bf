using CecSim.Guarding;

namespace CecSim.Simulation.Clock;

/// <summary>
/// The one lock, the one agenda and the one real timer of a space. Whoever touches the space's state enters
/// the timeline first; by then everything that was due has happened, each at its own moment.
/// </summary>
public sealed partial class SpaceScheduler : IDisposable
{
    // A timer cannot be armed for longer; an earlier wake-up finds nothing due and arms again.
    private static readonly TimeSpan AlarmMax = TimeSpan.FromDays(40);

    private readonly Lock _gate = new();
    private readonly TimerQueue _timers = new();
    private readonly SpaceClock _clock;
    private readonly Guard _guard;
    private readonly Action<Failure>? _failed;
    private readonly ITimer _alarm;
    private readonly TimeZoneInfo _zone;
    private DateTimeOffset _now;
    private DateTimeOffset _alarmSetFor = DateTimeOffset.MaxValue;
    private volatile Failure? _failure;
    private FiringCredit _credit = new();
    private bool _fires;
    private bool _isDisposed;

    /// <param name="failed">Done once, under the lock, when something that was due has thrown.</param>
    /// <param name="zone">Whose clocks people read; UTC unless given.</param>
    public SpaceScheduler(
        TimeProvider real,
        ClockSettings settings,
        Guard guard,
        Action<Failure>? failed = null,
        TimeZoneInfo? zone = null)
    {
        _zone = zone ?? TimeZoneInfo.Utc;
        _clock = new SpaceClock(real, settings);
        _guard = guard;
        _failed = failed;
        StartedAt = _now = _clock.Read();
        _alarm = guard.CreateTimer(real, "space alarm", OnAlarm, Fail);
    }

    public DateTimeOffset StartedAt { get; }

    /// <summary>
    /// Why nothing happens in this space any more; null while all is well. It can still be looked at, as it stood.
    /// </summary>
    public Failure? Failure => _failure;

    /// <summary>The present moment of the space.</summary>
    public DateTimeOffset ReadNow()
    {
        using var lockScope = Enter();
        return _now;
    }

    /// <summary>The clock as it stands, and what is due next.</summary>
    public ClockView View
    {
        get
        {
            using var lockScope = Enter();
            var nextDue = _timers.NextDue() is { } due ? TimeZoneInfo.ConvertTime(due, _zone) : (DateTimeOffset?)null;
            return new ClockView(
                TimeZoneInfo.ConvertTime(_now, _zone), _clock.IsFrozen, _clock.Rate, nextDue, _timers.Count);
        }
    }

    /// <summary>What is due next, in the order in which it will happen.</summary>
    public IReadOnlyList<DueView> NextDue(int max)
    {
        using var lockScope = Enter();
        return [.. _timers.First(max).Select(t => new DueView(TimeZoneInfo.ConvertTime(t.DueAt, _zone), t.Name))];
    }

    /// <summary>When the clock showed what, until now.</summary>
    public ClockHistory History
    {
        get
        {
            using var lockScope = Enter();
            return _clock.History;
        }
    }

    /// <exception cref="SpaceFailedException">It has failed.</exception>
    public void Freeze()
    {
        using var lockScope = Enter();
        ThrowIfFailed();
        _clock.Freeze();
    }

    /// <param name="rate">Seconds of space time in one second of real time.</param>
    /// <exception cref="SpaceFailedException">It has failed.</exception>
    public void Run(double rate)
    {
        using var lockScope = Enter();
        ThrowIfFailed();
        _clock.Run(rate);
        _alarmSetFor = DateTimeOffset.MaxValue;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _alarm.Dispose();
        }
    }

    internal int DueCount => _timers.Count;

    /// <summary>Now, for code that has entered.</summary>
    internal DateTimeOffset Now => _now;

    /// <summary>
    /// Takes the lock and catches up with the clock. It never throws: whoever comes next, and it may be a list of all
    /// spaces, is not to blame for what was due here.
    /// </summary>
    internal LockScope Enter()
    {
        _gate.Enter();
        RunDue();
        return new LockScope(this);
    }

    /// <summary>Nothing happens here any more. Called when whatever ran for this space threw.</summary>
    internal void Fail(Failure why)
    {
        lock (_gate)
        {
            if (_failure is not null)
            {
                return;
            }

            _failure = why;
            _timers.Clear();
            EndWaits();
            FailWatches(why);
            _guard.Run("end of a failed space", () => _failed?.Invoke(why));
        }
    }

    /// <summary>Runs by itself, outside of the lock, and fails the space if it throws.</summary>
    internal Guard Guard => _guard;

    internal void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw new SpaceFailedException(failure);
        }
    }

    /// <summary>Arms an entry; only for code that has entered.</summary>
    internal ScheduledTimer At(DateTimeOffset dueAt, string name, Action action) =>
        At(dueAt, name, static a => ((Action)a)(), action);

    /// <summary>Arms an entry; only for code that has entered.</summary>
    /// <param name="action">Done at that moment, with the subject.</param>
    internal ScheduledTimer At(DateTimeOffset dueAt, string name, Action<object> action, object subject) =>
        _timers.Add(dueAt < _now ? _now : dueAt, isForNow: _fires && dueAt <= _now, name, action, subject);

    internal void Cancel(ScheduledTimer? entry)
    {
        if (entry is not null)
        {
            _timers.Cancel(entry);
        }
    }

    private void RunDue()
    {
        if (_failure is not null)
        {
            return;
        }

        try
        {
            if (!_fires)
            {
                _credit.GrantForEntering();
            }

            var until = _standsAt ?? _clock.Read();
            while (_failure is null && _timers.TakeDue(until) is { } entry)
            {
                FireAt(entry);
            }

            if (_failure is null && until > _now)
            {
                MoveNow(until);
            }
        }
        catch (Exception e)
        {
            _guard.Report("space clock", e, Fail);
        }
    }

    /// <summary>A space that fails by it has nothing due any more.</summary>
    private void FireAt(ScheduledTimer entry)
    {
        MoveNow(entry.DueAt);
        var wasFiring = _fires;
        _fires = true;
        try
        {
            _credit.Take(entry);
            entry.Fire();
        }
        catch (Exception e)
        {
            _guard.Report($"space timer '{entry.Name}'", e, Fail);
        }
        finally
        {
            _fires = wasFiring;
        }
    }

    private void MoveNow(DateTimeOffset moment)
    {
        if (moment != _now)
        {
            _now = moment;
            _credit.GrantForMoment();
        }
    }

    private void Leave()
    {
        try
        {
            SetAlarm();
        }
        finally
        {
            _gate.Exit();
        }
    }

    // The alarm is only ever brought forward: waking too early is harmless, and most deadlines are cancelled.
    private void SetAlarm()
    {
        if (_isDisposed || _standsAt is not null || _failure is not null
            || _timers.NextDue() is not { } due || due >= _alarmSetFor
            || _clock.RealTimeUntil(due) is not { } wait)
        {
            return;
        }

        _alarmSetFor = due;
        _alarm.Change(Clamp(wait), Timeout.InfiniteTimeSpan);
    }

    // Rounded up to whole milliseconds, the timer's unit: woken a fraction early, it would spin until the due time.
    private static TimeSpan Clamp(TimeSpan wait) =>
        wait <= TimeSpan.Zero ? TimeSpan.Zero
        : wait > AlarmMax ? AlarmMax
        : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private void OnAlarm()
    {
        _gate.Enter();
        _alarmSetFor = DateTimeOffset.MaxValue;
        _gate.Exit();
        Enter().Dispose();
    }

    /// <summary>The right to touch the space's state, until it is disposed of.</summary>
    internal readonly ref struct LockScope(SpaceScheduler scheduler)
    {
        public void Dispose() => scheduler.Leave();
    }
}
