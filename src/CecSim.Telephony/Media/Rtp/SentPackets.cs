namespace CecSim.Telephony.Media.Rtp;

/// <summary>The last packets that were sent, for a receiver who asks for one again.</summary>
/// <param name="capacity">A power of 2. Buffers grow to what they hold and are used again.</param>
internal sealed class SentPackets(int capacity, TimeProvider clock)
{
    private readonly Slot[] _slots = new Slot[capacity];

    public void Keep(ushort sequence, ReadOnlySpan<byte> packet)
    {
        ref var slot = ref _slots[sequence & (capacity - 1)];
        if (slot.Packet is null || slot.Packet.Length < packet.Length)
        {
            slot.Packet = new byte[packet.Length];
        }

        packet.CopyTo(slot.Packet);
        (slot.Sequence, slot.Length, slot.RepeatedAt) = (sequence, packet.Length, null);
    }

    /// <summary>Empty when it is not here any more, or was repeated a moment ago.</summary>
    /// <param name="pause">How long a repetition has to arrive before the next.</param>
    public ReadOnlySpan<byte> Repeat(ushort sequence, TimeSpan pause)
    {
        ref var slot = ref _slots[sequence & (capacity - 1)];
        if (slot.Packet is null
            || slot.Sequence != sequence
            || (slot.RepeatedAt is { } before && clock.GetElapsedTime(before) < pause))
        {
            return default;
        }

        slot.RepeatedAt = clock.GetTimestamp();
        return slot.Packet.AsSpan(0, slot.Length);
    }

    private struct Slot
    {
        public byte[]? Packet;
        public int Length;
        public ushort Sequence;
        public long? RepeatedAt;
    }
}
