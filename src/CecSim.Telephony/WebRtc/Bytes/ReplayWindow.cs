namespace CecSim.Telephony.WebRtc.Bytes;

/// <summary>Which of the last 64 numbers have been seen: RFC 6347 section 4.1.2.6 and RFC 3711 section 3.3.2.</summary>
internal struct ReplayWindow
{
    public const int Width = 64;

    private ulong _highest;

    // Bit n stands for _highest - n. Zero only before the first number.
    private ulong _seen;

    public readonly bool Allows(ulong number) =>
        _seen == 0
        || number > _highest
        || (_highest - number < Width && ((_seen >> (int)(_highest - number)) & 1) == 0);

    /// <summary>To be called once the packet has proved authentic, never before.</summary>
    public void Accept(ulong number)
    {
        if (_seen == 0)
        {
            _highest = number;
            _seen = 1;
        }
        else if (number > _highest)
        {
            var ahead = number - _highest;
            _seen = ahead < Width ? (_seen << (int)ahead) | 1 : 1;
            _highest = number;
        }
        else
        {
            _seen |= 1UL << (int)(_highest - number);
        }
    }
}
