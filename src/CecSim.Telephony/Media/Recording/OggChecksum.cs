namespace CecSim.Telephony.Media.Recording;

/// <summary>The CRC of Ogg pages: RFC 3533 section 6, with the field itself as zero.</summary>
internal static class OggChecksum
{
    private const uint Polynomial = 0x04C11DB7;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Step)];

    public static uint Of(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        foreach (var next in page)
        {
            sum = (sum << 8) ^ Table[(sum >> 24) ^ next];
        }

        return sum;
    }

    private static uint Step(int first)
    {
        var sum = (uint)first << 24;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum << 1) ^ (sum >= 0x80000000 ? Polynomial : 0);
        }

        return sum;
    }
}
