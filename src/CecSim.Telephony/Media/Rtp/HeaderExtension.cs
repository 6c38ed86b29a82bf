using System.Buffers.Binary;

namespace CecSim.Telephony.Media.Rtp;

/// <summary>Reads one-byte header extensions: RFC 8285 section 4.2.</summary>
internal static class HeaderExtension
{
    private const ushort OneByteForm = 0xBEDE;
    private const byte ExtensionBit = 0x10;

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
}
