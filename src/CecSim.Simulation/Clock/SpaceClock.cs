namespace CecSim.Simulation.Clock;

/// <summary>
/// Space time as a function of real time, in UTC whatever it was given. It never goes back. Guarded by the space's
/// lock.
/// </summary>
internal sealed class SpaceClock
{
    private static readonly TimeSpan WaitMax = ClockSettings.Latest - ClockSettings.Earliest;

    private readonly TimeProvider _real;
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
    }

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
    }

    public void Run(double rate)
    {
        Anchor(Read());
        _isFrozen = false;
        _rate = rate;
    }

    public void MoveTo(DateTimeOffset moment) => Anchor(moment);

    /// <summary>How long in real time until a moment; null when time stands still.</summary>
    public TimeSpan? RealTimeUntil(DateTimeOffset moment) =>
        _isFrozen ? null : TimeSpan.FromSeconds(
            Math.Min((moment - Read()).TotalSeconds / _rate, WaitMax.TotalSeconds));

    private void Anchor(DateTimeOffset moment)
    {
        _anchor = moment;
        _realAnchor = _real.GetTimestamp();
    }
}
