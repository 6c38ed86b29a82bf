using System.Buffers.Binary;

namespace CecSim.Telephony.Media.Rtcp;

/// <summary>Writes a compound packet into a buffer of the caller's.</summary>
internal ref struct RtcpWriter(Span<byte> buffer)
{
    private const byte Version = 0x80;
    private const byte CanonicalName = 1;
    private const byte PictureLoss = 1;

    private readonly Span<byte> _buffer = buffer;

    public int Length { get; private set; }

    public void SenderReport(in SenderInfo info, ReportBlock? block)
    {
        var body = Start(RtcpType.SenderReport, block is null ? 0 : 1, SenderInfo.BodyLength + LengthOf(block));
        info.Write(body);
        block?.Write(body[SenderInfo.BodyLength..]);
    }

    public void ReceiverReport(uint ssrc, ReportBlock? block)
    {
        var body = Start(RtcpType.ReceiverReport, block is null ? 0 : 1, 4 + LengthOf(block));
        BinaryPrimitives.WriteUInt32BigEndian(body, ssrc);
        block?.Write(body[4..]);
    }

    /// <summary>Every compound names its sender: RFC 3550 section 6.1.</summary>
    public void Name(uint ssrc, ReadOnlySpan<byte> name)
    {
        // The item ends with at least one zero and the chunk on a word: section 6.5.
        var body = Start(RtcpType.SourceDescription, 1, 4 + ((2 + name.Length + 4) & ~3));
        BinaryPrimitives.WriteUInt32BigEndian(body, ssrc);
        body[4] = CanonicalName;
        body[5] = (byte)name.Length;
        name.CopyTo(body[6..]);
    }

    public void PictureLossIndication(uint ssrc, uint mediaSsrc)
    {
        var body = Start(RtcpType.PayloadFeedback, PictureLoss, 8);
        BinaryPrimitives.WriteUInt32BigEndian(body, ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], mediaSsrc);
    }

    private static int LengthOf(ReportBlock? block) => block is null ? 0 : ReportBlock.Length;

    private Span<byte> Start(RtcpType type, int count, int bodyLength)
    {
        var packet = _buffer.Slice(Length, RtcpPacket.HeaderLength + bodyLength);
        packet.Clear();
        packet[0] = (byte)(Version | count);
        packet[1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)(bodyLength / 4));
        Length += packet.Length;
        return packet[RtcpPacket.HeaderLength..];
    }
}
