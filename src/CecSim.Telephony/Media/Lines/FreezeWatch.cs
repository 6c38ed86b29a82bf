namespace CecSim.Telephony.Media.Lines;

/// <summary>
/// Tells a picture that stands still because the next does not arrive from one that nothing has changed in. Of the
/// second the sender says in its reports that it sends nothing (RFC 3550 section 6.4), of the first that it does.
/// </summary>
internal sealed class FreezeWatch(TimeProvider clock)
{
    /// <summary>In one piece. A shorter one is what loss and a slow camera do, and hardly noticed.</summary>
    private static readonly TimeSpan FreezeMin = TimeSpan.FromSeconds(2);

    /// <summary>So long a sender may send neither pictures nor a report and be well.</summary>
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(3);

    private TimeSpan _before;
    private long? _shownAt;
    private long? _stillUntil;
    private long? _unshownSince;
    private bool _isHeld;

    /// <summary>How long the picture stood still, counting only times of <see cref="FreezeMin"/> and more.</summary>
    public TimeSpan Frozen => _before + Lasting();

    /// <summary>A packet came that may belong to a picture after the one that is seen.</summary>
    public void PacketCame() => _unshownSince ??= clock.GetTimestamp();

    /// <summary>A new picture can be seen.</summary>
    public void Shown(long at)
    {
        _before += Lasting();
        (_shownAt, _unshownSince, _stillUntil) = (at, null, null);
    }

    /// <summary>The sender has sent nothing that did not come.</summary>
    public void SentNothing() => _stillUntil = clock.GetTimestamp();

    /// <summary>The line is held, or goes on after that: what it did not bring meanwhile is no loss.</summary>
    public void Interrupt(bool isHeld)
    {
        _before += Lasting();
        _isHeld = isHeld;
        (_shownAt, _unshownSince, _stillUntil) = (_shownAt is null ? null : clock.GetTimestamp(), null, null);
    }

    private TimeSpan Lasting()
    {
        if (_isHeld || _shownAt is not { } shown)
        {
            return TimeSpan.Zero;
        }

        if (_unshownSince is { } since)
        {
            var frozen = clock.GetElapsedTime(since);
            return frozen >= FreezeMin ? frozen : TimeSpan.Zero;
        }

        var silent = clock.GetElapsedTime(Math.Max(shown, _stillUntil ?? shown));
        return silent >= SilenceMax ? silent : TimeSpan.Zero;
    }
}
