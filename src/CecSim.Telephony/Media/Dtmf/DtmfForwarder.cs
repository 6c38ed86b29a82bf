namespace CecSim.Telephony.Media.Dtmf;

/// <summary>
/// Carries key presses from one stream into another: each keeps one time stamp (RFC 4733 section 2.5.1.2), which is the
/// other stream's, and its durations count in the other's clock.
/// </summary>
internal sealed class DtmfForwarder
{
    private uint? _press;

    /// <summary>Of the press that was taken last, in the stream that it goes to.</summary>
    public uint Timestamp { get; private set; }

    /// <summary>The packet was the first of its press.</summary>
    public bool IsFirst { get; private set; }

    /// <param name="now">The time stamp of this moment in the stream that it goes to.</param>
    /// <returns>Null for a packet of a press before the last.</returns>
    public DtmfEvent? Take(DtmfEvent digit, uint timestamp, int clockRate, int toClockRate, uint now)
    {
        var ahead = _press is { } press ? (int)(timestamp - press) : 1;
        if (ahead < 0)
        {
            return null;
        }

        IsFirst = ahead > 0;
        if (IsFirst)
        {
            (_press, Timestamp) = (timestamp, now);
        }

        // The longest that the field can tell lasts 1.4 s at 48 kHz, which is longer than any key is heard for.
        var duration = Math.Min((long)digit.Duration * toClockRate / clockRate, ushort.MaxValue);
        return digit with { Duration = (ushort)duration };
    }

    /// <summary>The stream that they come from is another one from here on.</summary>
    public void Restart() => _press = null;
}
