namespace CecSim.Telephony.Tests.Sip.Flows;

/// <summary>A peer with a real socket. It gives up waiting after as long as no loopback takes.</summary>
internal sealed class SocketPhone : IDisposable
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(20);

    private readonly ProtocolType _protocol;
    private readonly Socket _socket;
    private readonly SipStreamFramer _framer = new();

    public SocketPhone(ProtocolType protocol, IPEndPoint server)
    {
        var type = protocol == ProtocolType.Udp ? SocketType.Dgram : SocketType.Stream;
        _protocol = protocol;
        _socket = new Socket(server.AddressFamily, type, protocol);
        _socket.Connect(server);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Dispose() => _socket.Dispose();

    public async Task SendAsync(string text)
    {
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), patience.Token);
    }

    /// <summary>What one read of the socket gives; empty when the connection is over.</summary>
    public async Task<string> ReadAsync()
    {
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        var buffer = new byte[65_536];
        var count = await _socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    /// <summary>The next message, whatever carries it.</summary>
    public Task<SipWireText> TakeAsync() => _protocol == ProtocolType.Udp ? TakeDatagramAsync() : TakeFromStreamAsync();

    public async Task<SipWireText> TakeDatagramAsync() => new(await ReadAsync());

    public async Task<SipWireText> TakeFromStreamAsync()
    {
        while (true)
        {
            if (_framer.Next() is { } message)
            {
                return new SipWireText(Encoding.UTF8.GetString(message));
            }

            var more = await ReadAsync();
            Assert.NotEmpty(more);
            _framer.Append(Encoding.UTF8.GetBytes(more));
        }
    }
}
