namespace CecSim.Telephony.Media.Clips;

/// <summary>Takes the packets out of an Ogg file: RFC 3533 section 6 and RFC 7845 section 3.</summary>
internal static class OggOpus
{
    private const int PageHeaderLength = 27;
    private const int LacingMax = 255;

    /// <summary>The two that come first describe the stream.</summary>
    private const int HeaderPackets = 2;

    public static byte[][] Packets(ReadOnlySpan<byte> file)
    {
        var packets = new List<byte[]>();
        var packet = new List<byte>();
        while (file.Length > PageHeaderLength && BinaryPrimitives.ReadUInt32BigEndian(file) == 0x4F676753)
        {
            var lacing = file.Slice(PageHeaderLength, file[PageHeaderLength - 1]);
            file = file[(PageHeaderLength + lacing.Length)..];
            foreach (var length in lacing)
            {
                packet.AddRange(file[..length]);
                file = file[length..];
                if (length < LacingMax)
                {
                    packets.Add([.. packet]);
                    packet.Clear();
                }
            }
        }

        return [.. packets.Skip(HeaderPackets)];
    }
}
