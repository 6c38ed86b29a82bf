namespace CecSim.Telephony.Media.Rtp;

/// <summary>Header extensions in both forms, which one stream may mix: RFC 8285 sections 4.2 and 4.3.</summary>
internal static class HeaderExtension
{
    /// <summary>In dBov; what is less loud is the noise of a quiet room.</summary>
    public const int VoicedFrom = -50;

    /// <summary>The highest number that an element of one byte's header can have.</summary>
    private const byte OneByteIdMax = 14;
    private const byte OneByteStop = 15;
    private const ushort OneByteForm = 0xBEDE;

    // The lower four bits are the application's.
    private const ushort TwoByteForm = 0x1000;
    private const ushort TwoByteMask = 0xFFF0;
    private const byte ExtensionBit = 0x10;
    public const int LevelLength = 8;
    private const byte Voiced = 0x80;

    /// <summary>
    /// The level that the sender measured, in dBov from -127 to 0 (RFC 6464); null when it says none.
    /// </summary>
    public static int? AudioLevel(ReadOnlySpan<byte> packet, in RtpHeader header, byte id) =>
        Find(packet, header, id) is [var level, ..] ? -(level & 0x7F) : null;

    /// <summary>Puts the level behind the fixed header, and returns what it takes there.</summary>
    /// <param name="level">In dBov, from -127 to 0.</param>
    public static int WriteAudioLevel(Span<byte> packet, byte id, int level)
    {
        packet[0] |= ExtensionBit;
        var extension = packet.Slice(RtpHeader.FixedLength, LevelLength);
        extension.Clear();
        BinaryPrimitives.WriteUInt16BigEndian(extension[2..], 1);
        var content = (byte)(-level | (level >= VoicedFrom ? Voiced : 0));
        if (id <= OneByteIdMax)
        {
            BinaryPrimitives.WriteUInt16BigEndian(extension, OneByteForm);
            (extension[4], extension[5]) = ((byte)(id << 4), content);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(extension, TwoByteForm);
            (extension[4], extension[5], extension[6]) = (id, 1, content);
        }

        return LevelLength;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> packet, in RtpHeader header, byte id)
    {
        if ((packet[0] & ExtensionBit) == 0)
        {
            return default;
        }

        var at = RtpHeader.FixedLength + (4 * (packet[0] & 0x0F));
        var form = BinaryPrimitives.ReadUInt16BigEndian(packet[at..]);
        var elements = packet[(at + 4)..header.Length];
        return form == OneByteForm ? FindOneByte(elements, id)
            : (form & TwoByteMask) == TwoByteForm ? FindTwoByte(elements, id)
            : default;
    }

    private static ReadOnlySpan<byte> FindOneByte(ReadOnlySpan<byte> elements, byte id)
    {
        while (!elements.IsEmpty)
        {
            // A zero byte is padding. Number 15, and 0 with a length, end what may be read.
            var (found, length) = (elements[0] >> 4, (elements[0] & 0x0F) + 1);
            if (elements[0] == 0)
            {
                elements = elements[1..];
                continue;
            }

            if (found is 0 or OneByteStop || 1 + length > elements.Length)
            {
                return default;
            }

            if (found == id)
            {
                return elements.Slice(1, length);
            }

            elements = elements[(1 + length)..];
        }

        return default;
    }

    private static ReadOnlySpan<byte> FindTwoByte(ReadOnlySpan<byte> elements, byte id)
    {
        while (!elements.IsEmpty)
        {
            if (elements[0] == 0)
            {
                elements = elements[1..];
                continue;
            }

            if (elements.Length < 2 || 2 + elements[1] > elements.Length)
            {
                return default;
            }

            if (elements[0] == id)
            {
                return elements.Slice(2, elements[1]);
            }

            elements = elements[(2 + elements[1])..];
        }

        return default;
    }
}
