using System.Net.Sockets;

namespace CecSim.Telephony.Sip.Flows;

/// <summary>One TCP connection: one loop reads, one writes.</summary>
internal sealed class SipTcpFlow : SipFlow
{
    private static readonly byte[] Pong = "\r\n"u8.ToArray();

    private readonly Socket _socket;
    private readonly ISipReception _reception;
    private readonly SipOutbox _outbox;

    public SipTcpFlow(Socket socket, ISipReception reception)
        : base(SipTransport.Tcp, Plain((IPEndPoint)socket.RemoteEndPoint!))
    {
        _socket = socket;
        _reception = reception;
        _outbox = new SipOutbox(reception.Tally);
        LocalHost = Plain((IPEndPoint)socket.LocalEndPoint!).ToString();
    }

    internal override bool IsOpen => _outbox.IsOpen;

    internal override string LocalHost { get; }

    /// <summary>Until the connection is over, whoever ends it.</summary>
    public async Task RunAsync()
    {
        var writing = WriteAsync();
        await ReadAsync();
        _outbox.Close();
        await writing;
        Shutdown(SocketShutdown.Both);
        _socket.Dispose();
        _reception.Lost(this);
    }

    /// <summary>Its loops have failed inside CecSim: the connection ends, and with it what came over it.</summary>
    public void Fail()
    {
        _outbox.Close();
        _socket.Dispose();
        _reception.Lost(this);
    }

    /// <summary>What was sent before is still written, unless the peer does not read it.</summary>
    public void Close()
    {
        _outbox.Close();
        Shutdown(SocketShutdown.Receive);
    }

    /// <summary>Wakes both loops, whatever the peer does.</summary>
    public void Abort() => _socket.Dispose();

    public override void Drop() => Abort();

    internal override void Send(ReadOnlyMemory<byte> message)
    {
        if (!_outbox.TryPost(message))
        {
            Abort();
        }
    }

    private void Shutdown(SocketShutdown what)
    {
        try
        {
            _socket.Shutdown(what);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    private async Task ReadAsync()
    {
        var framer = new SipStreamFramer();
        var buffer = new byte[8192];
        try
        {
            while (framer.Fault is null && await _socket.ReceiveAsync(buffer) is var count and > 0)
            {
                framer.Append(buffer.AsSpan(0, count));
                Deliver(framer);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The peer or the server ended the connection; there is nothing left to read.
        }
    }

    private void Deliver(SipStreamFramer framer)
    {
        while (framer.Next() is { } message)
        {
            _reception.Receive(this, message, framer.Fault);
        }

        for (var pings = framer.TakePings(); pings > 0; pings--)
        {
            Send(Pong);
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var message in _outbox.Reader.ReadAllAsync())
            {
                for (var rest = message; rest.Length > 0;)
                {
                    rest = rest[await _socket.SendAsync(rest)..];
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            _outbox.Close();
        }
    }
}
