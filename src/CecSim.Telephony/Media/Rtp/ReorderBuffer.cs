using System.Buffers;

namespace CecSim.Telephony.Media.Rtp;

/// <summary>
/// Puts one sender's packets in order. Packets are kept behind a gap, and where their owner lets them all wait, at most
/// so many and as long as it wants.
/// </summary>
/// <param name="capacity">How far ahead of the gap packets may be: a power of 2.</param>
internal sealed class ReorderBuffer(int capacity, TimeProvider clock)
{
    /// <summary>What encryption adds to a packet that is sent on from here.</summary>
    private const int Spare = 32;

    /// <summary>Further back is not late: the sender has begun anew.</summary>
    private const int LateMax = 1000;

    private Slot[]? _slots;
    private bool _started;
    private ushort _next;
    private int _span;

    /// <summary>It knows which packet is next.</summary>
    public bool HasStarted => _started;

    /// <summary>Something is kept.</summary>
    public bool IsWaiting => _span > 0;

    /// <summary>What is kept waits for something that is missing.</summary>
    public bool HasGap => _span > 0 && _slots![IndexOf(_next)].Packet is null;

    /// <summary>How long what is behind the gap has waited; only to be asked while there is one.</summary>
    public TimeSpan Waited => clock.GetElapsedTime(_slots![IndexOf((ushort)(_next + FirstKept()))].KeptAt);

    public ReorderPlace PlaceOf(ushort sequence)
    {
        var ahead = (short)(sequence - _next);
        return !_started ? ReorderPlace.Anew
            : ahead == 0 ? ReorderPlace.Next
            : ahead is > 0 && ahead < capacity ? ReorderPlace.Early
            : ahead is < 0 and > -LateMax ? ReorderPlace.Late
            : ReorderPlace.Anew;
    }

    /// <summary>Goes on with whichever packet comes next. Nothing may wait.</summary>
    public void Restart() => _started = false;

    /// <summary>Goes on behind this number. Nothing may wait when it leaps.</summary>
    public void Pass(ushort sequence)
    {
        Release(sequence);
        _started = true;
        _next = (ushort)(sequence + 1);
        _span = Math.Max(0, _span - 1);
    }

    /// <summary>Keeps a packet that is next or came early, unless it is kept already.</summary>
    public void Keep(ushort sequence, ReadOnlySpan<byte> packet)
    {
        _slots ??= new Slot[capacity];
        ref var slot = ref _slots[IndexOf(sequence)];
        if (slot.Packet is not null)
        {
            return;
        }

        slot = new Slot
        {
            Packet = ArrayPool<byte>.Shared.Rent(packet.Length + Spare),
            Length = packet.Length,
            KeptAt = clock.GetTimestamp(),
        };
        packet.CopyTo(slot.Packet);
        _span = Math.Max(_span, (short)(sequence - _next) + 1);
    }

    /// <summary>The packet that is next, when it is here; its bytes are valid until <see cref="Pass"/>.</summary>
    /// <param name="cameAt">As a timestamp.</param>
    public bool TryPeekNext(out Span<byte> buffer, out int length, out long cameAt)
    {
        buffer = default;
        (length, cameAt) = (0, 0);
        if (_span == 0 || _slots![IndexOf(_next)] is not { Packet: { } packet } slot)
        {
            return false;
        }

        buffer = packet;
        (length, cameAt) = (slot.Length, slot.KeptAt);
        return true;
    }

    /// <summary>Gives up what is missing before the first packet that is here. Returns how many that are.</summary>
    public int SkipGap()
    {
        var missing = FirstKept();
        for (var i = 0; i < missing; i++)
        {
            _slots![IndexOf((ushort)(_next + i))] = default;
        }

        _next += (ushort)missing;
        _span -= missing;
        return missing;
    }

    /// <summary>
    /// Numbers that are missing and were not asked for, or not lately. They count as asked for from here on.
    /// </summary>
    /// <param name="second">After how long one is asked for the second time, in case the request was lost.</param>
    /// <param name="again">After how long from then on, when the answer must have been lost.</param>
    public int TakeMissing(Span<ushort> numbers, TimeSpan second, TimeSpan again, int timesMax)
    {
        var count = 0;
        for (var i = 0; i < _span && count < numbers.Length; i++)
        {
            var number = (ushort)(_next + i);
            ref var slot = ref _slots![IndexOf(number)];
            if (slot.Packet is null
                && slot.Asked < timesMax
                && (slot.Asked == 0 || clock.GetElapsedTime(slot.KeptAt) >= (slot.Asked == 1 ? second : again)))
            {
                slot.Asked++;
                slot.KeptAt = clock.GetTimestamp();
                numbers[count++] = number;
            }
        }

        return count;
    }

    private int FirstKept()
    {
        var at = 0;
        while (at < _span && _slots![IndexOf((ushort)(_next + at))].Packet is null)
        {
            at++;
        }

        return at;
    }

    private void Release(ushort sequence)
    {
        if (_slots is null)
        {
            return;
        }

        ref var slot = ref _slots[IndexOf(sequence)];
        if (slot.Packet is { } packet)
        {
            ArrayPool<byte>.Shared.Return(packet);
        }

        slot = default;
    }

    private int IndexOf(ushort sequence) => sequence & (capacity - 1);

    private struct Slot
    {
        /// <summary>Null where the packet is missing.</summary>
        public byte[]? Packet;

        public int Length;

        /// <summary>When it came, or was asked for.</summary>
        public long KeptAt;

        public int Asked;
    }
}

/// <summary>Where a packet belongs, seen from the one that is next.</summary>
internal enum ReorderPlace
{
    /// <summary>It is the first of all, or the sender has begun anew, or nothing that waits can reach it.</summary>
    Anew,
    Next,

    /// <summary>Behind a gap.</summary>
    Early,

    /// <summary>What came after it has gone on without it.</summary>
    Late,
}
