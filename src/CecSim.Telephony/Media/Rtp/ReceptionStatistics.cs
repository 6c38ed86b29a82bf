namespace CecSim.Telephony.Media.Rtp;

/// <summary>What a receiver tells of one sender: RFC 3550 section 6.4.1 and appendices A.1, A.3 and A.8.</summary>
internal sealed class ReceptionStatistics(uint ssrc, int clockRate, TimeProvider clock)
{
    private bool _started;
    private uint _first;
    private ushort _highest;
    private uint _cycles;
    private long _lastTransit;
    private double _jitter;
    private long _expectedBefore;
    private long _receivedBefore;

    public uint Ssrc => ssrc;

    public long Received { get; private set; }

    public uint ExtendedHighest => _cycles + _highest;

    public long Expected => _started ? (long)ExtendedHighest - _first + 1 : 0;

    public long Lost => Math.Max(0, Expected - Received);

    public uint JitterUnits => (uint)_jitter;

    public TimeSpan Jitter => TimeSpan.FromSeconds(_jitter / clockRate);

    public void Take(ushort sequence, uint timestamp)
    {
        if (!_started)
        {
            _started = true;
            _first = sequence;
            _highest = sequence;
        }
        else if ((short)(sequence - _highest) > 0)
        {
            _cycles += sequence < _highest ? 0x10000u : 0;
            _highest = sequence;
        }

        Received++;
        TakeTransit(timestamp);
    }

    /// <summary>The share lost since the last call, in 1/256.</summary>
    public byte TakeFractionLost()
    {
        var expected = Expected - _expectedBefore;
        var lost = expected - (Received - _receivedBefore);
        _expectedBefore = Expected;
        _receivedBefore = Received;
        return expected <= 0 || lost <= 0 ? (byte)0 : (byte)Math.Min(255, (lost << 8) / expected);
    }

    private void TakeTransit(uint timestamp)
    {
        var arrival = (long)(clock.GetElapsedTime(0).TotalSeconds * clockRate);
        var transit = arrival - timestamp;
        var difference = Received > 1 ? Math.Abs((int)(transit - _lastTransit)) : 0;
        _lastTransit = transit;
        _jitter += (difference - _jitter) / 16;
    }
}
