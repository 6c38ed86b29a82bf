namespace CecSim.Telephony.Media.Rtcp;

/// <summary>Which moment a sender's time stamp stands for, and what it has sent: RFC 3550 section 6.4.1.</summary>
internal readonly record struct SenderInfo(uint Ssrc, ulong Time, uint Timestamp, uint Packets, uint Bytes)
{
    /// <summary>With the sender's own number before it.</summary>
    public const int BodyLength = 24;

    public static bool TryRead(in RtcpPacket packet, out SenderInfo info)
    {
        info = default;
        if (packet.Type != RtcpType.SenderReport || packet.Body.Length < BodyLength)
        {
            return false;
        }

        info = new SenderInfo(
            BinaryPrimitives.ReadUInt32BigEndian(packet.Body),
            BinaryPrimitives.ReadUInt64BigEndian(packet.Body[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet.Body[12..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet.Body[16..]),
            BinaryPrimitives.ReadUInt32BigEndian(packet.Body[20..]));
        return true;
    }

    public void Write(Span<byte> body)
    {
        BinaryPrimitives.WriteUInt32BigEndian(body, Ssrc);
        BinaryPrimitives.WriteUInt64BigEndian(body[4..], Time);
        BinaryPrimitives.WriteUInt32BigEndian(body[12..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(body[16..], Packets);
        BinaryPrimitives.WriteUInt32BigEndian(body[20..], Bytes);
    }
}
