namespace CecSim.Telephony.Media.Rtcp;

/// <summary>One packet of a compound: RFC 3550 section 6.1.</summary>
internal readonly ref struct RtcpPacket
{
    public const int HeaderLength = 4;

    private const byte GenericNack = 1;
    private const byte PictureLoss = 1;
    private const byte FullIntra = 4;

    private RtcpPacket(ReadOnlySpan<byte> bytes)
    {
        Count = bytes[0] & 0x1F;
        Type = (RtcpType)bytes[1];
        Body = bytes[HeaderLength..];
    }

    public RtcpType Type { get; }

    /// <summary>The number of blocks, or the kind of feedback.</summary>
    public int Count { get; }

    public ReadOnlySpan<byte> Body { get; }

    /// <summary>RFC 4585 section 6.3.1 and RFC 5104 section 4.3.1: both want a picture that needs no other.</summary>
    public bool AsksForKeyFrame => Type == RtcpType.PayloadFeedback && Count is PictureLoss or FullIntra;

    /// <summary>The sender of what this packet says; null where it is too short to name one.</summary>
    public uint? Sender => Body.Length < 4 ? null : BinaryPrimitives.ReadUInt32BigEndian(Body);

    /// <summary>Takes the next packet off the compound; false at its end or where it is broken.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> compound, out RtcpPacket packet)
    {
        packet = default;
        if (compound.Length < HeaderLength || compound[0] >> 6 != 2)
        {
            return false;
        }

        var length = HeaderLength + (4 * BinaryPrimitives.ReadUInt16BigEndian(compound[2..]));
        if (length > compound.Length)
        {
            return false;
        }

        packet = new RtcpPacket(compound[..length]);
        compound = compound[length..];
        return true;
    }

    /// <summary>The report on one sender, when this packet has one.</summary>
    public bool TryFindReport(uint ssrc, out ReportBlock report)
    {
        report = default;
        var at = Type switch
        {
            RtcpType.SenderReport => SenderInfo.BodyLength,
            RtcpType.ReceiverReport => 4,
            _ => Body.Length,
        };
        for (var i = 0; i < Count && at + ReportBlock.Length <= Body.Length; i++, at += ReportBlock.Length)
        {
            report = ReportBlock.Read(Body[at..]);
            if (report.Ssrc == ssrc)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What the peer misses of a sender, a number and sixteen bits for those behind it in each four bytes: RFC 4585
    /// section 6.2.1. Empty when this packet asks for nothing of it.
    /// </summary>
    public ReadOnlySpan<byte> MissedOf(uint ssrc) =>
        Type == RtcpType.TransportFeedback
        && Count == GenericNack
        && Body.Length > 8
        && BinaryPrimitives.ReadUInt32BigEndian(Body[4..]) == ssrc
            ? Body[8..]
            : default;
}
