namespace CecSim.Tests;

/// <summary>RTP packets by hand, and their fields by offset.</summary>
internal static class Rtp
{
    public const uint Ssrc = 0xCAFE0001;

    public static byte[] Packet(
        int payloadType,
        int sequence,
        uint timestamp,
        ReadOnlySpan<byte> payload,
        uint ssrc = Ssrc,
        bool marker = false)
    {
        var packet = new byte[12 + payload.Length];
        packet[0] = 0x80;
        packet[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)sequence);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), ssrc);
        payload.CopyTo(packet.AsSpan(12));
        return packet;
    }

    /// <summary>A packet with the extension that tells how loud it is.</summary>
    public static byte[] Loud(int payloadType, int sequence, uint timestamp, byte level, ReadOnlySpan<byte> payload)
    {
        byte[] extension = [0xBE, 0xDE, 0, 1, 0x10, level, 0, 0];
        var packet = Packet(payloadType, sequence, timestamp, [.. extension, .. payload]);
        packet[0] |= 0x10;
        return packet;
    }

    public static int PayloadType(byte[] packet) => packet[1] & 0x7F;

    public static bool Marker(byte[] packet) => packet[1] >= 0x80;

    public static ushort Sequence(byte[] packet) => BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(2));

    public static uint Timestamp(byte[] packet) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(4));

    public static uint SsrcOf(byte[] packet) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(8));

    public static byte[] Payload(byte[] packet) => packet[12..];
}
