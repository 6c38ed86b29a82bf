namespace CecSim.Simulation.Clock;

/// <summary>
/// The one lock, the one agenda and the one real timer of a space. Whoever touches the space's state enters
/// the timeline first; by then everything that was due has happened, each at its own moment.
/// </summary>
public sealed partial class Timeline : IDisposable
{
    /// <summary>How many entries armed for "now" may fire within one moment before it counts as a loop.</summary>
    public const int RearmedFiringsPerMomentMax = 10_000;

    // A timer cannot be armed for longer; an earlier wake-up finds nothing due and arms again.
    private static readonly TimeSpan AlarmMax = TimeSpan.FromDays(40);

    private readonly Lock _gate = new();
    private readonly Agenda _agenda = new();
    private readonly SpaceClock _clock;
    private readonly ITimer _alarm;
    private readonly TimeZoneInfo _zone;
    private DateTimeOffset _now;
    private DateTimeOffset _alarmSetFor = DateTimeOffset.MaxValue;
    private int _rearmedFirings;
    private bool _isDisposed;

    /// <param name="zone">Whose clocks people read; UTC unless given.</param>
    public Timeline(TimeProvider real, ClockSettings settings, TimeZoneInfo? zone = null)
    {
        _zone = zone ?? TimeZoneInfo.Utc;
        _clock = new SpaceClock(real, settings);
        StartedAt = _now = _clock.Read();
        _alarm = real.CreateTimer(
            static timeline => ((Timeline)timeline!).OnAlarm(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset StartedAt { get; }

    /// <summary>The present moment of the space.</summary>
    public DateTimeOffset ReadNow()
    {
        using var turn = Enter();
        return _now;
    }

    /// <summary>The clock as it stands, and what is due next.</summary>
    public ClockView View
    {
        get
        {
            using var turn = Enter();
            var nextDue = _agenda.NextDue() is { } due ? TimeZoneInfo.ConvertTime(due, _zone) : (DateTimeOffset?)null;
            return new ClockView(
                TimeZoneInfo.ConvertTime(_now, _zone), _clock.IsFrozen, _clock.Rate, nextDue, _agenda.Count);
        }
    }

    public void Freeze()
    {
        using var turn = Enter();
        _clock.Freeze();
    }

    /// <param name="rate">Seconds of space time in one second of real time.</param>
    public void Run(double rate)
    {
        using var turn = Enter();
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

    internal int DueCount => _agenda.Count;

    /// <summary>Now, for code that has entered.</summary>
    internal DateTimeOffset Now => _now;

    /// <summary>Takes the lock and catches up with the clock.</summary>
    internal Turn Enter()
    {
        _gate.Enter();
        try
        {
            RunDue(_clock.Read());
        }
        catch
        {
            _gate.Exit();
            throw;
        }

        return new Turn(this);
    }

    /// <summary>Arms an entry; only for code that has entered.</summary>
    internal AgendaEntry At(DateTimeOffset dueAt, string name, Action action) =>
        At(dueAt, name, static a => ((Action)a)(), action);

    /// <summary>Arms an entry; only for code that has entered.</summary>
    /// <param name="action">Done at that moment, with the subject.</param>
    internal AgendaEntry At(DateTimeOffset dueAt, string name, Action<object> action, object subject) =>
        _agenda.Add(dueAt < _now ? _now : dueAt, _now, name, action, subject);

    internal void Cancel(AgendaEntry? entry)
    {
        if (entry is not null)
        {
            _agenda.Cancel(entry);
        }
    }

    private void RunDue(DateTimeOffset until)
    {
        while (_agenda.TakeDue(until) is { } entry)
        {
            FireAt(entry);
        }

        if (until > _now)
        {
            MoveNow(until);
        }
    }

    private void FireAt(AgendaEntry entry)
    {
        MoveNow(entry.DueAt);
        GuardAgainstLoop(entry);
        entry.Fire();
    }

    private void MoveNow(DateTimeOffset moment)
    {
        if (moment != _now)
        {
            _now = moment;
            _rearmedFirings = 0;
        }
    }

    // 20,000 polls that end together are no loop; an entry that was armed at this very moment may be one.
    private void GuardAgainstLoop(AgendaEntry entry)
    {
        if (entry.IsForNow && ++_rearmedFirings > RearmedFiringsPerMomentMax)
        {
            throw new InvalidOperationException(
                $"'{entry.Name}' re-arms itself without letting time pass: more than {RearmedFiringsPerMomentMax} " +
                $"entries armed for {entry.DueAt:O} fired at that moment.");
        }
    }

    private void Leave()
    {
        SetAlarm();
        _gate.Exit();
    }

    // The alarm is only ever brought forward: waking too early is harmless, and most deadlines are cancelled.
    private void SetAlarm()
    {
        if (_isDisposed || _agenda.NextDue() is not { } due || due >= _alarmSetFor
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
    internal readonly ref struct Turn(Timeline timeline)
    {
        public void Dispose() => timeline.Leave();
    }
}
