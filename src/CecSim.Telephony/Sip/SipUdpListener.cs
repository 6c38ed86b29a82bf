using System.Net.Sockets;
using CecSim.Telephony.Sip.Flows;

namespace CecSim.Telephony.Sip;

/// <summary>SIP over UDP on one socket, read by one loop so that datagrams keep their order.</summary>
public sealed class SipUdpListener : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly ISipReception _reception;
    private readonly DatagramPeers? _peers;
    private readonly Guard _guard;
    private readonly Task _receiving;

    internal SipUdpListener(IPEndPoint address, ISipReception reception, TimeProvider clock, Guard guard)
    {
        _reception = reception;
        _guard = guard;
        _peers = IPAddress.IsLoopback(address.Address) ? null : new DatagramPeers(clock);

        _socket = SipPort.Open(address, SocketType.Dgram, ProtocolType.Udp);

        // A full send buffer must not hold whoever sends: the datagram is dropped and counted instead.
        _socket.Blocking = false;
        LocalEndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _receiving = guard.RunAsync("SIP UDP port", ReceiveAsync);
    }

    public IPEndPoint LocalEndPoint { get; }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _receiving;
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[SipLimits.MessageBytesMax];
        var any = new IPEndPoint(
            LocalEndPoint.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (true)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, any);
                _guard.Run("SIP UDP port", () => Receive(
                    (IPEndPoint)received.RemoteEndPoint, buffer.AsSpan(0, received.ReceivedBytes)));
            }
            catch (Exception end) when (
                end is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (SocketException)
            {
                // Windows reports here that a peer's port was closed; the socket goes on.
            }
        }
    }

    private void Receive(IPEndPoint from, ReadOnlySpan<byte> datagram)
    {
        if (!datagram.ContainsAnyExcept((byte)'\r', (byte)'\n', (byte)0))
        {
            return;
        }

        var flow = new SipUdpFlow(_socket, from, _reception, _peers);
        if (_peers?.Admit(flow.Remote!.Address, datagram.Length) == false)
        {
            _reception.Tally.Flood(from);
            return;
        }

        _reception.Receive(flow, datagram.ToArray());
    }
}
