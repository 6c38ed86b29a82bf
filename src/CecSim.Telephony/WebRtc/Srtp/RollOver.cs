namespace CecSim.Telephony.WebRtc.Srtp;

/// <summary>
/// One sender's 48-bit packet number, of which a packet shows the last 16 bits: RFC 3711 section 3.3.1.
/// </summary>
internal sealed class RollOver
{
    private const int HalfRange = 0x8000;

    private ReplayWindow _window;
    private ulong _highest;
    private bool _started;

    /// <summary>
    /// The number nearest to the highest seen. Null when it would lie before the first packet of all.
    /// </summary>
    public ulong? Guess(ushort sequence)
    {
        if (!_started)
        {
            return sequence;
        }

        var rollOver = (long)(_highest >> 16);
        var last = (ushort)_highest;
        if (last < HalfRange)
        {
            rollOver -= sequence - last > HalfRange ? 1 : 0;
        }
        else
        {
            rollOver += last - HalfRange > sequence ? 1 : 0;
        }

        return rollOver < 0 ? null : ((ulong)rollOver << 16) | sequence;
    }

    public bool Allows(ulong number) => _window.Allows(number);

    public void Accept(ulong number)
    {
        _window.Accept(number);
        _highest = _started ? Math.Max(_highest, number) : number;
        _started = true;
    }
}
