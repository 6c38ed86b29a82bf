using System.Net.Sockets;

namespace CecSim.Telephony.WebRtc.Stun;

/// <summary>
/// An address masked with cookie and transaction, so that no translator rewrites it: RFC 8489 section 14.2.
/// </summary>
internal static class XorAddress
{
    private const byte FamilyV4 = 1;
    private const byte FamilyV6 = 2;
    private const int PortMask = (int)(StunMessage.MagicCookie >> 16);

    public static IPEndPoint? Read(ReadOnlySpan<byte> value, ReadOnlySpan<byte> transactionId)
    {
        if (value is not ([_, FamilyV4, ..] and { Length: 8 } or [_, FamilyV6, ..] and { Length: 20 }))
        {
            return null;
        }

        Span<byte> address = stackalloc byte[value.Length - 4];
        value[4..].CopyTo(address);
        Mask(address, transactionId);
        return new IPEndPoint(new IPAddress(address), BinaryPrimitives.ReadUInt16BigEndian(value[2..]) ^ PortMask);
    }

    /// <summary>Writes the attribute's value and returns its length.</summary>
    public static int Write(Span<byte> value, IPEndPoint endPoint, ReadOnlySpan<byte> transactionId)
    {
        var ip = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        value[0] = 0;
        value[1] = ip.AddressFamily == AddressFamily.InterNetwork ? FamilyV4 : FamilyV6;
        BinaryPrimitives.WriteUInt16BigEndian(value[2..], (ushort)(endPoint.Port ^ PortMask));
        ip.TryWriteBytes(value[4..], out var written);
        Mask(value.Slice(4, written), transactionId);
        return 4 + written;
    }

    private static void Mask(Span<byte> address, ReadOnlySpan<byte> transactionId)
    {
        Span<byte> mask = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(mask, StunMessage.MagicCookie);
        transactionId.CopyTo(mask[4..]);
        for (var i = 0; i < address.Length; i++)
        {
            address[i] ^= mask[i];
        }
    }
}
