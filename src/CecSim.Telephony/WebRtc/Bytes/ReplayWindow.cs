using System.Runtime.CompilerServices;

namespace CecSim.Telephony.WebRtc.Bytes;

/// <summary>
/// Which of the last numbers have been seen: RFC 6347 section 4.1.2.6 and RFC 3711 section 3.3.2, which has 64 as the
/// least. A packet of good video that is asked for again comes some hundred later than it was to come.
/// </summary>
internal struct ReplayWindow
{
    private const int Width = 1024;
    private const int WordBits = 64;

    private ulong _highest;
    private bool _started;
    private Words _seen;

    public readonly bool Allows(ulong number) =>
        !_started
        || number > _highest
        || (_highest - number < Width && (_seen[WordOf(number)] & BitOf(number)) == 0);

    /// <summary>To be called once the packet has proved authentic, never before.</summary>
    public void Accept(ulong number)
    {
        if (!_started)
        {
            _started = true;
            _highest = number;
        }

        if (number > _highest)
        {
            Forget(number);
            _highest = number;
        }

        _seen[WordOf(number)] |= BitOf(number);
    }

    // The places of the numbers up to this one were those of numbers that have left the window.
    private void Forget(ulong until)
    {
        if (until - _highest >= Width)
        {
            _seen = default;
            return;
        }

        for (var number = _highest + 1; number <= until; number++)
        {
            _seen[WordOf(number)] &= ~BitOf(number);
        }
    }

    private static int WordOf(ulong number) => (int)(number % Width / WordBits);

    private static ulong BitOf(ulong number) => 1UL << (int)(number % WordBits);

    [InlineArray(Width / WordBits)]
    private struct Words
    {
        private ulong _first;
    }
}
