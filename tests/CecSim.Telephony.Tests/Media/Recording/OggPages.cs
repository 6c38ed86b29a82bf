namespace CecSim.Telephony.Tests.Media.Recording;

/// <summary>An Ogg page, read by RFC 3533 section 6 with its checksum verified bit by bit.</summary>
internal sealed record OggPage(int Flags, long Granule, int Number, IReadOnlyList<byte[]> Packets)
{
    public static IReadOnlyList<OggPage> ReadAll(byte[] file)
    {
        var pages = new List<OggPage>();
        for (var at = 0; at < file.Length;)
        {
            var segments = file[at + 26];
            var length = 27 + segments + file.Skip(at + 27).Take(segments).Sum(l => l);
            pages.Add(Read(file[at..(at + length)], segments));
            at += length;
        }

        return pages;
    }

    private static OggPage Read(byte[] page, int segments)
    {
        Assert.Equal("OggS"u8, page.AsSpan(0, 4));
        Assert.Equal(0, page[4]);
        var stated = BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(22));
        page.AsSpan(22, 4).Clear();
        Assert.Equal(Checksum(page), stated);
        var packets = new List<byte[]>();
        var at = 27 + segments;
        var begin = at;
        foreach (var lacing in page.AsSpan(27, segments))
        {
            at += lacing;
            if (lacing < 255)
            {
                packets.Add(page[begin..at]);
                begin = at;
            }
        }

        Assert.Equal(at, begin);
        return new OggPage(
            page[5],
            BinaryPrimitives.ReadInt64LittleEndian(page.AsSpan(6)),
            BinaryPrimitives.ReadInt32LittleEndian(page.AsSpan(18)),
            packets);
    }

    private static uint Checksum(byte[] page)
    {
        var sum = 0u;
        foreach (var bit in page.SelectMany(b => Enumerable.Range(0, 8).Select(i => (b >> (7 - i)) & 1)))
        {
            var carry = (sum >> 31) ^ (uint)bit;
            sum = (sum << 1) ^ (carry * 0x04C11DB7u);
        }

        return sum;
    }
}
