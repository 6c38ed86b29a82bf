namespace CecSim.Telephony.Media.Rtp;

/// <summary>What a receiver tells of one sender: RFC 3550 section 6.4.1 and appendices A.1, A.3 and A.8.</summary>
internal sealed class ReceptionStatistics(uint ssrc, TimeProvider clock)
{
    /// <summary>A leap further ahead is no loss, and one further back no delay: appendix A.1.</summary>
    private const int DropoutMax = 3000;

    // The appendix has 100 for sound; of good video that would be a third of a second.
    private const int MisorderMax = 1000;

    // Numbers are kept in full. They begin here, so that one before the first is still positive.
    private const long Base = 0x10000;

    private ReplayWindow _seen;
    private bool _started;
    private long _first;
    private long _highest;
    private long _received;
    private long _duplicates;
    private long _lostBefore;
    private ushort? _afterLeap;
    private long _lastTransit;
    private bool _hasTransit;
    private int _clockRate = 1;
    private double _jitter;
    private long _expectedBefore;
    private long _receivedBefore;

    public uint Ssrc => ssrc;

    public uint ExtendedHighest => (uint)(_highest - Base);

    public long Expected => _started ? _highest - _first + 1 : 0;

    /// <summary>Numbers of which no packet came. One that came twice does not make up for another.</summary>
    public long Lost => _lostBefore + Math.Max(0, Expected - (_received - _duplicates));

    /// <summary>As a report block has it, where duplicates count as received: appendix A.3.</summary>
    public long LostByReport => _lostBefore + Expected - _received;

    public uint JitterUnits => (uint)_jitter;

    public TimeSpan Jitter => TimeSpan.FromSeconds(_jitter / _clockRate);

    /// <param name="clockRate">Of its codec, which may change within one sender's numbers: RFC 7160.</param>
    /// <param name="isPaced">Its time stamp is that of its sending, which that of a key's packets is not.</param>
    public void Take(ushort sequence, uint timestamp, int clockRate, bool isPaced = true)
    {
        if (!_started)
        {
            Begin(sequence);
        }

        var ahead = (short)(sequence - (ushort)_highest);
        if (ahead is >= DropoutMax or <= -MisorderMax)
        {
            // Two in a row tell that the sender began anew; one alone is a stray.
            if (_afterLeap != sequence)
            {
                _afterLeap = (ushort)(sequence + 1);
                return;
            }

            _lostBefore = Lost;
            Begin((ushort)(sequence - 1));
            Count(_highest);
            ahead = 1;
        }

        var number = _highest + ahead;
        _highest = Math.Max(_highest, number);
        _first = Math.Min(_first, number);
        Count(number);
        if (isPaced)
        {
            TakeTransit(timestamp, clockRate);
        }
    }

    /// <summary>The share lost since the last call, in 1/256.</summary>
    public byte TakeFractionLost()
    {
        var expected = Expected - _expectedBefore;
        var lost = expected - (_received - _receivedBefore);
        _expectedBefore = Expected;
        _receivedBefore = _received;
        return expected <= 0 || lost <= 0 ? (byte)0 : (byte)Math.Min(255, (lost << 8) / expected);
    }

    private void Begin(ushort sequence)
    {
        _started = true;
        _first = Base + sequence;
        _highest = _first;
        _seen = default;
        _afterLeap = null;
        _hasTransit = false;
        (_received, _duplicates, _expectedBefore, _receivedBefore) = (0, 0, 0, 0);
    }

    private void Count(long number)
    {
        _received++;
        if (_highest - number >= ReplayWindow.Width)
        {
            // Too late to remember whether it was here: the network that doubles it so late is rarer than a slow one.
            return;
        }

        if (_seen.Allows((ulong)number))
        {
            _seen.Accept((ulong)number);
        }
        else
        {
            _duplicates++;
        }
    }

    private void TakeTransit(uint timestamp, int clockRate)
    {
        if (clockRate != _clockRate)
        {
            _jitter = _jitter * clockRate / _clockRate;
            _clockRate = clockRate;
            _hasTransit = false;
        }

        var arrival = (long)(clock.GetElapsedTime(0).TotalSeconds * clockRate);
        var transit = arrival - timestamp;
        var difference = _hasTransit ? Math.Abs((int)(transit - _lastTransit)) : 0;
        _lastTransit = transit;
        _hasTransit = true;
        _jitter += (difference - _jitter) / 16;
    }
}
