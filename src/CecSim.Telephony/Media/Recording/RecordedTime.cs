namespace CecSim.Telephony.Media.Recording;

/// <summary>Where packets lie in the time of a file, which begins with the first of them.</summary>
/// <param name="gapMax">In units of the codec's clock: after a longer gap the file goes on without it.</param>
internal sealed class RecordedTime(long gapMax)
{
    private RtpHeader? _last;
    private long _at;

    /// <param name="end">Where the packet before ended.</param>
    /// <returns>Not before that end; null when the packet comes late and its place is taken.</returns>
    public long? Take(in RtpHeader header, long end)
    {
        if (_last is { } last && last.Ssrc == header.Ssrc)
        {
            if ((short)(header.Sequence - last.Sequence) <= 0)
            {
                return null;
            }

            var next = _at + (int)(header.Timestamp - last.Timestamp);
            _at = next < end || next - end > gapMax ? end : next;
        }
        else
        {
            _at = end;
        }

        _last = header;
        return _at;
    }
}
