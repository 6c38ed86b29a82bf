namespace CecSim.Telephony.Media.Rtp;

/// <summary>The part of an RTP packet that travels in clear: RFC 3550 section 5.1.</summary>
internal readonly record struct RtpHeader(
    int Length,
    bool Marker,
    byte PayloadType,
    ushort Sequence,
    uint Timestamp,
    uint Ssrc)
{
    public const int FixedLength = 12;

    private const byte PaddingBit = 0x20;
    private const byte ExtensionBit = 0x10;

    public static bool TryRead(ReadOnlySpan<byte> packet, out RtpHeader header)
    {
        header = default;
        if (packet.Length < FixedLength || packet[0] >> 6 != 2)
        {
            return false;
        }

        var length = LengthOf(packet);
        if (length > packet.Length)
        {
            return false;
        }

        header = new RtpHeader(
            length,
            packet[1] >= 0x80,
            (byte)(packet[1] & 0x7F),
            BinaryPrimitives.ReadUInt16BigEndian(packet[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet[8..]));
        return true;
    }

    /// <summary>What the packet carries, without header and padding.</summary>
    public ReadOnlySpan<byte> PayloadOf(ReadOnlySpan<byte> packet)
    {
        var payload = packet[Length..];
        if ((packet[0] & PaddingBit) == 0 || payload.IsEmpty)
        {
            return payload;
        }

        return payload[^1] <= payload.Length ? payload[..^payload[^1]] : default;
    }

    /// <summary>Writes a header without contributors and extensions.</summary>
    public static void Write(Span<byte> packet, bool marker, byte payloadType, uint timestamp)
    {
        packet[0] = 0x80;
        packet[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], timestamp);
    }

    /// <summary>Leaves the marker as it is.</summary>
    public static void SetPayloadType(Span<byte> packet, byte payloadType) =>
        packet[1] = (byte)((packet[1] & 0x80) | payloadType);

    /// <summary>With contributors and extensions; longer than the packet when it is broken.</summary>
    public static int LengthOf(ReadOnlySpan<byte> packet)
    {
        var length = FixedLength + (4 * (packet[0] & 0x0F));
        if ((packet[0] & ExtensionBit) == 0)
        {
            return length;
        }

        return packet.Length < length + 4
            ? int.MaxValue
            : length + 4 + (4 * BinaryPrimitives.ReadUInt16BigEndian(packet[(length + 2)..]));
    }
}
