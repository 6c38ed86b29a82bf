using System.Buffers.Binary;

namespace CecSim.Telephony.Media.Rtp;

/// <summary>Reads one-byte header extensions: RFC 8285 section 4.2.</summary>
internal static class HeaderExtension
{
    /// <summary>In dBov; what is less loud is the noise of a quiet room.</summary>
    public const int VoicedFrom = -50;

    private const ushort OneByteForm = 0xBEDE;
    private const byte ExtensionBit = 0x10;
    private const int LevelLength = 8;
    private const byte Voiced = 0x80;

    /// <summary>
    /// The level that the sender measured, in dBov from -127 to 0 (RFC 6464); null when it says none.
    /// </summary>
    public static int? AudioLevel(ReadOnlySpan<byte> packet, in RtpHeader header, byte id)
    {
        var at = RtpHeader.FixedLength + (4 * (packet[0] & 0x0F));
        if ((packet[0] & ExtensionBit) == 0 || BinaryPrimitives.ReadUInt16BigEndian(packet[at..]) != OneByteForm)
        {
            return null;
        }

        var elements = packet[(at + 4)..header.Length];
        while (elements.Length > 1)
        {
            var length = (elements[0] & 0x0F) + 1;
            if (elements[0] >> 4 == id)
            {
                return -(elements[1] & 0x7F);
            }

            // A zero byte is padding and has no length.
            elements = elements[Math.Min(elements[0] == 0 ? 1 : 1 + length, elements.Length)..];
        }

        return null;
    }

    /// <summary>Puts the level behind the fixed header, and returns what it takes there.</summary>
    /// <param name="level">In dBov, from -127 to 0.</param>
    public static int WriteAudioLevel(Span<byte> packet, byte id, int level)
    {
        packet[0] |= ExtensionBit;
        var extension = packet.Slice(RtpHeader.FixedLength, LevelLength);
        BinaryPrimitives.WriteUInt16BigEndian(extension, OneByteForm);
        BinaryPrimitives.WriteUInt16BigEndian(extension[2..], 1);
        extension[4] = (byte)(id << 4);
        extension[5] = (byte)(-level | (level >= VoicedFrom ? Voiced : 0));
        extension[6..].Clear();
        return LevelLength;
    }
}
