using System.Net.Sockets;
using CecSim.Telephony.WebRtc.Bytes;

namespace CecSim.Telephony.Capture;

/// <summary>
/// A message without the packets that carried it, as Wireshark exports them: its <c>exported_pdu.h</c>.
/// </summary>
internal static class ExportedPdu
{
    private const int EndOfTags = 0;
    private const int DissectorName = 12;
    private const int SourceV4 = 20;
    private const int TargetV4 = 21;
    private const int SourceV6 = 22;
    private const int TargetV6 = 23;
    private const int PortType = 24;
    private const int SourcePort = 25;
    private const int TargetPort = 26;
    private const uint Tcp = 2;

    public static byte[] OfSip(IPEndPoint from, IPEndPoint to, ReadOnlySpan<byte> message)
    {
        var pdu = new ByteWriter();
        pdu.U16(DissectorName).Vector16("sip\0"u8);
        pdu.U16(from.AddressFamily == AddressFamily.InterNetwork ? SourceV4 : SourceV6)
            .Vector16(from.Address.GetAddressBytes());
        pdu.U16(to.AddressFamily == AddressFamily.InterNetwork ? TargetV4 : TargetV6)
            .Vector16(to.Address.GetAddressBytes());
        pdu.U16(PortType).U16(sizeof(uint)).U32(Tcp);
        pdu.U16(SourcePort).U16(sizeof(uint)).U32((uint)from.Port);
        pdu.U16(TargetPort).U16(sizeof(uint)).U32((uint)to.Port);
        return pdu.U16(EndOfTags).U16(0).Bytes(message).ToArray();
    }
}
