using System.Net.Sockets;
using CecSim.Telephony.Sip;
using CecSim.Telephony.WebRtc.Bytes;

namespace CecSim.Telephony.Capture;

/// <summary>
/// Sends each SIP message that passes to a capture server as Homer, by UDP in HEP version 3. It never waits: what the
/// network does not take at once is dropped and counted.
/// </summary>
internal sealed class HepSender : IDisposable
{
    /// <summary>What tells this agent from others.</summary>
    public const uint AgentId = 0xCEC;

    // More does not go into a datagram (RFC 768, over IPv4).
    private const int DatagramBytesMax = 65_507;
    private const int ChunkHeaderBytes = 6;

    private const int UnixV4 = 2;
    private const int UnixV6 = 10;
    private const int ProtocolTcp = 6;
    private const int ProtocolUdp = 17;
    private const int TypeSip = 1;

    private readonly Socket _socket;
    private readonly TimeProvider _clock;
    private readonly Nuisance _unsent;

    public HepSender(IPEndPoint server, TimeProvider clock, Guard guard)
    {
        _clock = clock;
        _unsent = guard.Nuisance("sip.hepUnsent", "A SIP message was not sent to the capture server");
        _socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Connect(server);
        _socket.Blocking = false;
    }

    public void Send(SipFlow flow, bool isIncoming, string callId, ReadOnlySpan<byte> message)
    {
        var datagram = Of(flow, isIncoming, callId, message, _clock.GetUtcNow());
        if (datagram.Length > DatagramBytesMax)
        {
            _unsent.Add($"{message.Length} bytes are too many for a datagram");
            return;
        }

        try
        {
            _socket.Send(datagram, SocketFlags.None);
        }
        catch (Exception lost) when (lost is SocketException or ObjectDisposedException)
        {
            _unsent.Add(lost.Message);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Of(
        SipFlow flow, bool isIncoming, string callId, ReadOnlySpan<byte> message, DateTimeOffset at)
    {
        var unknown = new IPEndPoint(IPAddress.Any, 0);
        var (local, remote) = (flow.Local ?? unknown, flow.Remote ?? unknown);
        var (from, to) = isIncoming ? (remote, local) : (local, remote);
        var isV4 = from.AddressFamily == AddressFamily.InterNetwork && to.AddressFamily == AddressFamily.InterNetwork;
        var sinceEpoch = at - DateTimeOffset.UnixEpoch;
        var chunks = new ByteWriter();
        Append(chunks, HepChunk.AddressFamily, w => w.U8(isV4 ? UnixV4 : UnixV6));
        Append(
            chunks,
            HepChunk.Protocol,
            w => w.U8(flow.Transport == SipTransport.Udp ? ProtocolUdp : ProtocolTcp));
        Append(chunks, isV4 ? HepChunk.SourceV4 : HepChunk.SourceV6, w => w.Bytes(BytesOf(from)));
        Append(chunks, isV4 ? HepChunk.TargetV4 : HepChunk.TargetV6, w => w.Bytes(BytesOf(to)));
        Append(chunks, HepChunk.SourcePort, w => w.U16(from.Port));
        Append(chunks, HepChunk.TargetPort, w => w.U16(to.Port));
        Append(chunks, HepChunk.Seconds, w => w.U32((uint)(sinceEpoch.Ticks / TimeSpan.TicksPerSecond)));
        Append(
            chunks,
            HepChunk.Microseconds,
            w => w.U32((uint)(sinceEpoch.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond)));
        Append(chunks, HepChunk.PayloadType, w => w.U8(TypeSip));
        Append(chunks, HepChunk.AgentId, w => w.U32(AgentId));
        Append(chunks, HepChunk.CorrelationId, w => w.Bytes(System.Text.Encoding.UTF8.GetBytes(callId)));
        chunks.U16(0).U16(HepChunk.Payload).U16(ChunkHeaderBytes + message.Length).Bytes(message);
        return new ByteWriter().Bytes("HEP3"u8).U16(ChunkHeaderBytes + chunks.Written.Length).Bytes(chunks.Written)
            .ToArray();

        byte[] BytesOf(IPEndPoint address) =>
            (isV4 ? address.Address : address.Address.MapToIPv6()).GetAddressBytes();
    }

    // Vendor 0 is the specification's own.
    private static void Append(ByteWriter chunks, int type, Action<ByteWriter> write)
    {
        var content = new ByteWriter();
        write(content);
        chunks.U16(0).U16(type).U16(ChunkHeaderBytes + content.Written.Length).Bytes(content.Written);
    }
}
