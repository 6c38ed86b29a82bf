using System.Buffers.Binary;

namespace CecSim.Telephony.Media.Rtcp;

/// <summary>One packet of a compound: RFC 3550 section 6.1.</summary>
internal readonly ref struct RtcpPacket
{
    public const int HeaderLength = 4;

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
}
