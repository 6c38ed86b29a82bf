using System.Net.Sockets;
using CecSim.Telephony.WebRtc.Bytes;

namespace CecSim.Telephony.Capture;

/// <summary>The headers that a UDP payload had: RFC 791, RFC 8200 and RFC 768.</summary>
internal static class IpDatagram
{
    private const int Udp = 17;
    private const int UdpHeaderLength = 8;
    private const int HeaderLengthV4 = 20;
    private const int HopsMax = 64;

    public static byte[] Of(IPEndPoint from, IPEndPoint to, ReadOnlySpan<byte> payload)
    {
        var isV4 = from.AddressFamily == AddressFamily.InterNetwork && to.AddressFamily == AddressFamily.InterNetwork;
        var (source, target) = (BytesOf(from.Address, isV4), BytesOf(to.Address, isV4));
        var length = UdpHeaderLength + payload.Length;
        var packet = new ByteWriter();
        if (isV4)
        {
            var header = Header(0);
            packet.Bytes(Header(ChecksumOf(header)));
        }
        else
        {
            packet.U8(0x60).U24(0).U16(length).U8(Udp).U8(HopsMax).Bytes(source).Bytes(target);
        }

        var checksum = ChecksumOf(
        [
            .. source, .. target, 0, 0, .. BigEndian(length), 0, Udp, .. BigEndian(from.Port), .. BigEndian(to.Port),
            .. BigEndian(length), 0, 0, .. payload,
        ]);

        // Zero would say that there is none.
        return packet.U16(from.Port).U16(to.Port).U16(length).U16(checksum == 0 ? 0xFFFF : checksum).Bytes(payload)
            .ToArray();

        byte[] Header(int headerChecksum) => new ByteWriter()
            .U8(0x45).U8(0).U16(HeaderLengthV4 + length).U16(0).U16(0).U8(HopsMax).U8(Udp).U16(headerChecksum)
            .Bytes(source).Bytes(target).ToArray();
    }

    private static byte[] BytesOf(IPAddress address, bool isV4) =>
        (isV4 ? address : address.MapToIPv6()).GetAddressBytes();

    private static byte[] BigEndian(int value) => [(byte)(value >> 8), (byte)value];

    // RFC 1071.
    private static int ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            sum += (uint)((bytes[i] << 8) | (i + 1 < bytes.Length ? bytes[i + 1] : 0));
        }

        while (sum >> 16 != 0)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (int)(~sum & 0xFFFF);
    }
}
