namespace CecSim.Telephony.Media.Video;

/// <summary>How VP8 lies in RTP: RFC 7741 section 4.</summary>
internal static class Vp8Payload
{
    private const byte Extended = 0x80;
    private const byte StartOfPartition = 0x10;
    private const byte PartitionIndex = 0x07;
    private const byte InterFrame = 0x01;

    /// <summary>Whether a frame that needs no other begins here.</summary>
    public static bool BeginsKeyFrame(ReadOnlySpan<byte> payload)
    {
        var content = ContentOf(payload);
        return Begins(payload) && !content.IsEmpty && (content[0] & InterFrame) == 0;
    }

    /// <summary>Whether a frame begins here.</summary>
    public static bool Begins(ReadOnlySpan<byte> payload) =>
        payload.Length >= 2 && (payload[0] & StartOfPartition) != 0 && (payload[0] & PartitionIndex) == 0;

    /// <summary>What stands behind the descriptor; empty when the packet is broken.</summary>
    public static ReadOnlySpan<byte> ContentOf(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 2)
        {
            return default;
        }

        var at = (payload[0] & Extended) == 0 ? 1 : 2 + ExtensionLength(payload);
        return at < payload.Length ? payload[at..] : default;
    }

    /// <summary>Writes the descriptor of one piece of a frame, with a picture id of 15 bits.</summary>
    public static int WriteDescriptor(Span<byte> payload, bool begins, ushort pictureId)
    {
        payload[0] = (byte)(Extended | (begins ? StartOfPartition : 0));
        payload[1] = 0x80;
        payload[2] = (byte)(0x80 | ((pictureId >> 8) & 0x7F));
        payload[3] = (byte)pictureId;
        return 4;
    }

    // The second byte says which fields follow: picture id in one byte or two, then two more of one byte each.
    private static int ExtensionLength(ReadOnlySpan<byte> payload)
    {
        var fields = payload[1];
        var pictureId = (fields & 0x80) == 0 ? 0 : payload.Length > 2 && payload[2] >= 0x80 ? 2 : 1;
        return pictureId + ((fields & 0x40) == 0 ? 0 : 1) + ((fields & 0x30) == 0 ? 0 : 1);
    }
}
