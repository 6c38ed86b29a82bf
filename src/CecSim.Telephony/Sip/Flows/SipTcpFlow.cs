using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace CecSim.Telephony.Sip.Flows;

/// <summary>One TCP connection, with TLS or without: one loop reads, one writes.</summary>
internal sealed class SipTcpFlow : SipFlow
{
    private static readonly byte[] Pong = "\r\n"u8.ToArray();

    /// <summary>Real time: who connects and shakes no hands must not hold a connection.</summary>
    private static readonly TimeSpan HandshakeMax = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly Stream _bytes;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly ISipReception _reception;
    private readonly SipOutbox _outbox;

    /// <param name="tls">Null for none.</param>
    public SipTcpFlow(Socket socket, ISipReception reception, SslServerAuthenticationOptions? tls = null)
        : base(
            tls is null ? SipTransport.Tcp : SipTransport.Tls,
            Plain((IPEndPoint)socket.RemoteEndPoint!),
            reception.Trace)
    {
        _socket = socket;
        var bytes = new NetworkStream(socket, ownsSocket: false);
        _bytes = tls is null ? bytes : new SslStream(bytes);
        _tls = tls;
        _reception = reception;
        _outbox = new SipOutbox(reception.Tally);
        Local = Plain((IPEndPoint)socket.LocalEndPoint!);
    }

    internal override bool IsOpen => _outbox.IsOpen;

    public override IPEndPoint Local { get; }

    internal override string LocalHost => Local.ToString();

    /// <summary>Until the connection is over, whoever ends it.</summary>
    public async Task RunAsync()
    {
        if (await TrySecureAsync())
        {
            var writing = WriteAsync();
            await ReadAsync();
            _outbox.Close();
            await writing;
        }

        Shutdown(SocketShutdown.Both);
        await _bytes.DisposeAsync();
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

    private protected override void Write(ReadOnlyMemory<byte> message)
    {
        if (!_outbox.TryPost(message))
        {
            Abort();
        }
    }

    private async Task<bool> TrySecureAsync()
    {
        if (_tls is null)
        {
            return true;
        }

        using var patience = new CancellationTokenSource(HandshakeMax, TimeProvider.System);
        try
        {
            await ((SslStream)_bytes).AuthenticateAsServerAsync(_tls, patience.Token);
            return true;
        }
        catch (Exception gone) when (HasEnded(gone) || gone is AuthenticationException or OperationCanceledException)
        {
            // Whoever it was speaks no TLS, or none that it trusts.
            _outbox.Close();
            return false;
        }
    }

    // Streams say it otherwise than sockets.
    private static bool HasEnded(Exception e) => e is IOException or SocketException or ObjectDisposedException;

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
            while (framer.Fault is null && await _bytes.ReadAsync(buffer) is var count and > 0)
            {
                framer.Append(buffer.AsSpan(0, count));
                Deliver(framer);
            }
        }
        catch (Exception gone) when (HasEnded(gone))
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
                await _bytes.WriteAsync(message);
            }
        }
        catch (Exception gone) when (HasEnded(gone))
        {
            _outbox.Close();
        }
    }
}
