namespace CecSim.Telephony.Media.Rtp;

/// <summary>
/// How a lost packet comes again on a stream of its own, its number before its payload: RFC 4588 section 4.
/// </summary>
internal static class Retransmission
{
    private const int NumberLength = 2;
    private const byte MarkerBit = 0x80;
    private const byte PaddingBit = 0x20;

    /// <summary>
    /// Makes the packet that was lost of its retransmission, in the same buffer. Where it begins there and how long it
    /// is; false for one that carries nothing, as a sender's probes of the path.
    /// </summary>
    public static bool TryRestore(
        Span<byte> buffer, int length, in RtpHeader header, uint ssrc, byte payloadType, out Range restored)
    {
        var payload = header.PayloadOf(buffer[..length]).Length;
        restored = default;
        if (payload <= NumberLength)
        {
            return false;
        }

        var number = BinaryPrimitives.ReadUInt16BigEndian(buffer[header.Length..]);
        buffer[..header.Length].CopyTo(buffer[NumberLength..]);
        restored = NumberLength..(header.Length + payload);
        var packet = buffer[restored];
        packet[0] &= unchecked((byte)~PaddingBit);
        packet[1] = (byte)((packet[1] & MarkerBit) | payloadType);
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], number);
        BinaryPrimitives.WriteUInt32BigEndian(packet[8..], ssrc);
        return true;
    }

    /// <summary>Writes a packet once more for the other stream. Returns the length.</summary>
    public static int Write(
        Span<byte> buffer, ReadOnlySpan<byte> packet, byte payloadType, ushort sequence, uint ssrc)
    {
        var header = RtpHeader.LengthOf(packet);
        packet[..header].CopyTo(buffer);
        packet.Slice(2, NumberLength).CopyTo(buffer[header..]);
        packet[header..].CopyTo(buffer[(header + NumberLength)..]);
        buffer[1] = (byte)((buffer[1] & MarkerBit) | payloadType);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[8..], ssrc);
        return packet.Length + NumberLength;
    }
}
