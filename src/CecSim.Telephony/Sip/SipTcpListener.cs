using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using CecSim.Telephony.Sip.Flows;

namespace CecSim.Telephony.Sip;

/// <summary>
/// SIP over TCP, with TLS or without: takes connections, up to a limit, and ends them all when it is disposed.
/// </summary>
public sealed class SipTcpListener : IAsyncDisposable
{
    /// <summary>Real time: a peer that does not read its last messages must not hold the host.</summary>
    private static readonly TimeSpan FarewellMax = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly ISipReception _reception;
    private readonly int _connectionsMax;
    private readonly Guard _guard;
    private readonly Func<X509Certificate2>? _certificate;
    private readonly ConcurrentDictionary<SipTcpFlow, Task> _connections = new();
    private readonly Task _accepting;

    /// <param name="certificate">What TLS is served with; null for none.</param>
    internal SipTcpListener(
        IPEndPoint address,
        ISipReception reception,
        int connectionsMax,
        Guard guard,
        Func<X509Certificate2>? certificate = null)
    {
        _certificate = certificate;
        _reception = reception;
        _connectionsMax = connectionsMax;
        _guard = guard;
        _socket = SipPort.Open(address, SocketType.Stream, ProtocolType.Tcp);
        LocalEndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _accepting = guard.RunAsync("SIP TCP port", AcceptAsync);
    }

    public IPEndPoint LocalEndPoint { get; }

    public int ConnectionsCount => _connections.Count;

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _accepting;
        foreach (var (flow, running) in _connections)
        {
            flow.Close();
            await Task.WhenAny(running, Task.Delay(FarewellMax, TimeProvider.System));
            flow.Abort();
            await running;
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var connection = await _socket.AcceptAsync();
                _guard.Run("SIP TCP port", () => Take(connection), _ => connection.Dispose());
            }
            catch (Exception end) when (
                end is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (SocketException)
            {
                // This one connection died before it was taken.
            }
        }
    }

    private void Take(Socket connection)
    {
        if (_connections.Count >= _connectionsMax)
        {
            _reception.Tally.ConnectionRefused(connection.RemoteEndPoint);
            connection.Dispose();
            return;
        }

        connection.NoDelay = true;
        KeepAlive(connection);
        var flow = new SipTcpFlow(
            connection,
            _reception,
            _certificate is null ? null : new SslServerAuthenticationOptions { ServerCertificate = _certificate() });
        _connections[flow] = RunAsync(flow);
    }

    // A phone that is gone without a word is noticed, and what stands between keeps its state: within 40 s.
    private static void KeepAlive(Socket connection)
    {
        connection.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        connection.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 25);
        connection.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 5);
        connection.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    private async Task RunAsync(SipTcpFlow flow)
    {
        // Whatever a peer sends at once must not delay the next connection, nor its end overtake its entry.
        await Task.Yield();
        await _guard.RunAsync("SIP connection", flow.RunAsync, _ => flow.Fail());
        _connections.TryRemove(flow, out _);
    }
}
