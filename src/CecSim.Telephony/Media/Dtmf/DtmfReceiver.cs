namespace CecSim.Telephony.Media.Dtmf;

/// <summary>
/// Hears each key once, however many packets tell of it. One press keeps one time stamp (RFC 4733 section 2.5.1.2), so
/// any of its packets will do and the first may be lost.
/// </summary>
internal sealed class DtmfReceiver
{
    private uint? _last;

    public char? Take(ReadOnlySpan<byte> payload, uint timestamp)
    {
        if (!DtmfEvent.TryRead(payload, out var read) || (_last is { } last && (int)(timestamp - last) <= 0))
        {
            return null;
        }

        _last = timestamp;
        return DtmfEvent.Digits[read.Code];
    }
}
