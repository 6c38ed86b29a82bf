namespace CecSim.Telephony.Media.Lines;

/// <summary>Counts the steps that are due, so that a late timer changes when packets go and not how many.</summary>
internal sealed class Pacer(TimeSpan step, TimeProvider clock)
{
    /// <summary>More than this at once would be a burst. After a longer stop the steps between are left out.</summary>
    private const int CatchUpMax = 5;

    private long _from;
    private long _taken;
    private bool _started;

    public int TakeDue()
    {
        if (!_started)
        {
            _started = true;
            _from = clock.GetTimestamp();
            _taken = 1;
            return 1;
        }

        var due = (clock.GetElapsedTime(_from).Ticks / step.Ticks) + 1 - _taken;
        _taken += due;
        return (int)Math.Min(due, CatchUpMax);
    }
}
