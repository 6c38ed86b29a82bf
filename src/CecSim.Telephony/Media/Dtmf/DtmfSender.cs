namespace CecSim.Telephony.Media.Dtmf;

/// <summary>Plays digits one after the other, a packet every 20 ms: RFC 4733 section 2.5.1.</summary>
internal sealed class DtmfSender
{
    public const int DigitsMax = 64;

    private const byte Volume = 10;
    private const int StepsPerSecond = 50;
    private const int ToneSteps = 5;
    private const int EndSteps = 3;
    private const int PauseSteps = 3;

    private readonly Queue<byte> _waiting = new();
    private int _step;

    public bool IsBusy => _waiting.Count > 0;

    /// <summary>The first packet of a digit, which begins a new time stamp and bears the marker.</summary>
    public bool IsFirst => _step == 1;

    public bool TryEnqueue(string digits)
    {
        var codes = digits.ToUpperInvariant().Select(d => DtmfEvent.Digits.IndexOf(d)).ToList();
        if (codes.Contains(-1) || _waiting.Count + codes.Count > DigitsMax)
        {
            return false;
        }

        foreach (var code in codes)
        {
            _waiting.Enqueue((byte)code);
        }

        return true;
    }

    /// <summary>What this 20 ms sends; null in the pause between two digits.</summary>
    public DtmfEvent? Next(int clockRate)
    {
        _step++;
        if (_step <= ToneSteps + EndSteps)
        {
            // The end is said three times with the same duration, in case one is lost: section 2.5.1.4.
            var steps = Math.Min(_step, ToneSteps);
            var duration = (ushort)(steps * clockRate / StepsPerSecond);
            return new DtmfEvent(_waiting.Peek(), _step > ToneSteps, Volume, duration);
        }

        if (_step == ToneSteps + EndSteps + PauseSteps)
        {
            _waiting.Dequeue();
            _step = 0;
        }

        return null;
    }
}
