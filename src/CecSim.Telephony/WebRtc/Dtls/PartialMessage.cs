namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>A message of which pieces have come, in any order and overlapping: RFC 6347 section 4.2.3.</summary>
internal sealed class PartialMessage(HandshakeType type, int length)
{
    /// <summary>A message of the greatest length in pieces of the smallest useful size needs fewer.</summary>
    private const int GapsMax = 64;

    // What is still missing, as ranges in ascending order.
    private readonly List<(int Start, int End)> _gaps = length == 0 ? [] : [(0, length)];

    public HandshakeType Type => type;

    public byte[] Body { get; } = new byte[length];

    public bool IsComplete { get; private set; }

    public void Add(int offset, ReadOnlySpan<byte> piece)
    {
        if (_gaps.Count >= GapsMax)
        {
            return;
        }

        var end = offset + piece.Length;
        for (var i = _gaps.Count - 1; i >= 0; i--)
        {
            var gap = _gaps[i];
            if (gap.End <= offset || gap.Start >= end)
            {
                continue;
            }

            _gaps.RemoveAt(i);
            if (end < gap.End)
            {
                _gaps.Insert(i, (end, gap.End));
            }

            if (gap.Start < offset)
            {
                _gaps.Insert(i, (gap.Start, offset));
            }

            var start = Math.Max(gap.Start, offset);
            var stop = Math.Min(gap.End, end);
            piece[(start - offset)..(stop - offset)].CopyTo(Body.AsSpan(start));
        }

        IsComplete = _gaps.Count == 0;
    }
}
