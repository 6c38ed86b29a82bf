namespace CecSim.Telephony.Media.Dtmf;

/// <summary>Plays keys as sound, in frames of 20 ms at 8 kHz, to peers that take them no other way.</summary>
internal sealed class TonePlayer
{
    public const int FrameLength = DtmfTones.Rate / FramesPerSecond;

    private const int FramesPerSecond = 50;

    /// <summary>100 ms of tone and 60 of pause; Q.24 wants 40 of each heard.</summary>
    private const int ToneFrames = 5;
    private const int PauseFrames = 3;

    /// <summary>Of each of the two, some 15 dB below full scale: no speech is louder for long.</summary>
    private const double Amplitude = 5_800;

    private readonly Queue<char> _waiting = new();
    private int _frame;

    public bool IsBusy => _waiting.Count > 0;

    /// <summary>False when one is no key, or too many wait already.</summary>
    public bool TryEnqueue(string keys)
    {
        var known = keys.ToUpperInvariant();
        if (known.Any(k => !DtmfEvent.Digits.Contains(k)) || _waiting.Count + known.Length > DtmfSender.DigitsMax)
        {
            return false;
        }

        foreach (var key in known)
        {
            _waiting.Enqueue(key);
        }

        return true;
    }

    /// <summary>The next frame; only to be asked while it is busy.</summary>
    public void Fill(Span<short> frame)
    {
        frame.Clear();
        if (_frame < ToneFrames)
        {
            var (row, column) = DtmfTones.PitchesOf(_waiting.Peek());
            for (var i = 0; i < frame.Length; i++)
            {
                var at = 2 * Math.PI * ((_frame * frame.Length) + i) / DtmfTones.Rate;
                frame[i] = (short)(Amplitude * (Math.Sin(row * at) + Math.Sin(column * at)));
            }
        }

        if (++_frame == ToneFrames + PauseFrames)
        {
            _frame = 0;
            _waiting.Dequeue();
        }
    }
}
