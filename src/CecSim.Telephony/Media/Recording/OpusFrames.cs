namespace CecSim.Telephony.Media.Recording;

/// <summary>How long an Opus packet is, from its first bytes: RFC 6716 section 3.1.</summary>
internal static class OpusFrames
{
    private const int SamplesPerMillisecond = 48;

    private static readonly int[] Silk = [10, 20, 40, 60];

    /// <summary>In samples of 48 kHz; 0 when it is broken.</summary>
    public static int SamplesOf(ReadOnlySpan<byte> packet) => packet switch
    {
        [] => 0,
        [var toc, ..] when (toc & 3) == 0 => FrameOf(toc),
        [var toc, ..] when (toc & 3) is 1 or 2 => 2 * FrameOf(toc),
        [var toc, var count, ..] => (count & 0x3F) * FrameOf(toc),
        _ => 0,
    };

    /// <summary>One frame of the kind that a packet has, without content: "conceal this loss".</summary>
    public static byte EmptyLike(byte toc) => (byte)(toc & 0xFC);

    public static int FrameOf(byte toc) => (toc >> 3) switch
    {
        < 12 and var config => Silk[config & 3] * SamplesPerMillisecond,
        < 16 and var config => (10 << (config & 1)) * SamplesPerMillisecond,
        var config => (SamplesPerMillisecond * 5 / 2) << (config & 3),
    };
}
