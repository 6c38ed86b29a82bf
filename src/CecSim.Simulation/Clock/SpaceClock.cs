namespace CecSim.Simulation.Clock;

/// <summary>
/// Space time as a function of real time, in UTC whatever it was given. It never goes back. Guarded by the space's
/// lock.
/// </summary>
internal sealed class SpaceClock
{
    private static readonly TimeSpan WaitMax = ClockSettings.Latest - ClockSettings.Earliest;

    /// <summary>Within less, two moves of a frozen clock are one.</summary>
    private static readonly TimeSpan JumpMax = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _real;
    private readonly Queue<ClockChange> _changes = [];
    private ClockChange _last;
    private DateTimeOffset _anchor;
    private long _realAnchor;
    private double _rate;
    private bool _isFrozen;

    /// <exception cref="ArgumentException">The settings are out of bounds; the text names them.</exception>
    public SpaceClock(TimeProvider real, ClockSettings settings)
    {
        if (settings.WhyNot() is { } why)
        {
            throw new ArgumentException(why, nameof(settings));
        }

        _real = real;
        _rate = settings.Rate;
        _isFrozen = settings.IsFrozen;
        _anchor = (settings.StartsAt ?? real.GetUtcNow()).ToUniversalTime();
        _realAnchor = real.GetTimestamp();
        _last = new ClockChange(_realAnchor, _anchor, _anchor, RateNow);
    }

    /// <summary>When it showed what.</summary>
    public ClockHistory History => ClockHistory.Of(_real, [.. _changes, _last]);

    public bool IsFrozen => _isFrozen;

    /// <summary>The rate at which it runs, or ran when it was frozen.</summary>
    public double Rate => _rate;

    // From the monotonic timestamp: a corrected wall clock must not make tokens expire. Multiplied as a number, since
    // no TimeSpan holds a year at the highest rate.
    public DateTimeOffset Read()
    {
        if (_isFrozen)
        {
            return _anchor;
        }

        var left = ClockSettings.Latest - _anchor;
        var passed = _real.GetElapsedTime(_realAnchor).TotalSeconds * _rate;
        return passed < left.TotalSeconds ? _anchor + TimeSpan.FromSeconds(passed) : ClockSettings.Latest;
    }

    public void Freeze()
    {
        Anchor(Read());
        _isFrozen = true;
        Note(_anchor);
    }

    public void Run(double rate)
    {
        Anchor(Read());
        _isFrozen = false;
        _rate = rate;
        Note(_anchor);
    }

    public void MoveTo(DateTimeOffset moment)
    {
        var from = Read();
        Anchor(moment);
        Note(from);
    }

    /// <summary>How long in real time until a moment; null when time stands still.</summary>
    public TimeSpan? RealTimeUntil(DateTimeOffset moment) =>
        _isFrozen ? null : TimeSpan.FromSeconds(
            Math.Min((moment - Read()).TotalSeconds / _rate, WaitMax.TotalSeconds));

    private double RateNow => _isFrozen ? 0 : _rate;

    // A move through all that is due is many changes of one moment.
    private void Note(DateTimeOffset from)
    {
        if (_real.GetElapsedTime(_last.Timestamp, _realAnchor) < JumpMax && _last.Rate == 0 && _isFrozen)
        {
            _last = _last with { To = _anchor };
            return;
        }

        _changes.Enqueue(_last);
        if (_changes.Count == ClockHistory.ChangesMax)
        {
            _changes.Dequeue();
        }

        _last = new ClockChange(_realAnchor, from, _anchor, RateNow);
    }

    private void Anchor(DateTimeOffset moment)
    {
        _anchor = moment;
        _realAnchor = _real.GetTimestamp();
    }
}
