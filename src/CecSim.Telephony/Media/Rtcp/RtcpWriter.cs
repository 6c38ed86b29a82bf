namespace CecSim.Telephony.Media.Rtcp;

/// <summary>Writes a compound packet into a buffer of the caller's.</summary>
internal ref struct RtcpWriter(Span<byte> buffer)
{
    private const byte Version = 0x80;
    private const byte CanonicalName = 1;
    private const byte PictureLoss = 1;
    private const byte FullIntra = 4;
    private const byte GenericNack = 1;

    /// <summary>How many numbers one item of a NACK can name.</summary>
    private const int NumbersOfItemMax = 17;

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

    /// <summary>RFC 5104 section 4.3.1.</summary>
    /// <param name="number">One more for each request; the same to repeat one.</param>
    public void FullIntraRequest(uint ssrc, uint mediaSsrc, byte number)
    {
        var body = Start(RtcpType.PayloadFeedback, FullIntra, 16);
        BinaryPrimitives.WriteUInt32BigEndian(body, ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(body[8..], mediaSsrc);
        body[12] = number;
    }

    /// <summary>Asks for packets again: RFC 4585 section 6.2.1.</summary>
    /// <param name="numbers">In their order, at least one.</param>
    public void Nack(uint ssrc, uint mediaSsrc, scoped ReadOnlySpan<ushort> numbers)
    {
        // Each item holds at least one number; what is too much is given back below.
        var began = Length;
        var body = Start(RtcpType.TransportFeedback, GenericNack, 8 + (4 * numbers.Length));
        BinaryPrimitives.WriteUInt32BigEndian(body, ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], mediaSsrc);
        var at = 8;
        for (var i = 0; i < numbers.Length; at += 4)
        {
            var first = numbers[i++];
            var mask = 0;
            for (; i < numbers.Length && (ushort)(numbers[i] - first) < NumbersOfItemMax; i++)
            {
                mask |= 1 << ((ushort)(numbers[i] - first) - 1);
            }

            BinaryPrimitives.WriteUInt16BigEndian(body[at..], first);
            BinaryPrimitives.WriteUInt16BigEndian(body[(at + 2)..], (ushort)mask);
        }

        Length = began + RtcpPacket.HeaderLength + at;
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(began + 2)..], (ushort)(at / 4));
    }

    /// <summary>The sender is gone: RFC 3550 section 6.6.</summary>
    public void Goodbye(uint ssrc) =>
        BinaryPrimitives.WriteUInt32BigEndian(Start(RtcpType.Goodbye, 1, 4), ssrc);

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
