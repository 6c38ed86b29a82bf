namespace CecSim.Telephony.Media.Video;

/// <summary>How H.264 lies in RTP: RFC 6184 section 5.</summary>
internal static class H264Payload
{
    private const int Idr = 5;
    private const int SequenceParameters = 7;
    private const int Aggregate = 24;
    private const int Fragment = 28;
    private const byte StartOfFragment = 0x80;

    /// <summary>Whether a picture that needs no other begins here; its parameters come before it or with it.</summary>
    public static bool BeginsKeyFrame(ReadOnlySpan<byte> payload) => payload switch
    {
        [] => false,
        [var first, _, _, var nested, ..] when TypeOf(first) == Aggregate => IsKey(nested),
        [var first, var second, ..] when TypeOf(first) == Fragment => second >= StartOfFragment && IsKey(second),
        [var first, ..] => IsKey(first),
    };

    private static bool IsKey(byte header) => TypeOf(header) is Idr or SequenceParameters;

    private static int TypeOf(byte header) => header & 0x1F;
}
