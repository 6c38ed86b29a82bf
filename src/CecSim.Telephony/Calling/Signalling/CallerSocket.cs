using System.Net.WebSockets;

namespace CecSim.Telephony.Calling.Signalling;

/// <summary>SIP over WebSocket (RFC 7118) on the side that opens it.</summary>
internal sealed class CallerSocket : IAsyncDisposable
{
    public const string Protocol = "sip";

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly byte[] _buffer = new byte[SipLimits.MessageBytesMax];

    private CallerSocket() => _socket.Options.AddSubProtocol(Protocol);

    /// <param name="http">Who opens the connection; null for the system's usual way.</param>
    /// <exception cref="WebSocketException">It did not open, or does not speak SIP.</exception>
    public static async Task<CallerSocket> OpenAsync(Uri gateway, HttpMessageInvoker? http, CancellationToken ends)
    {
        var opened = new CallerSocket();
        try
        {
            await opened._socket.ConnectAsync(gateway, http, ends).ConfigureAwait(false);
            return opened._socket.SubProtocol == Protocol
                ? opened
                : throw new WebSocketException("it does not speak the sub-protocol sip");
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Several may send at once; a connection that is gone takes the message with it.</summary>
    public async Task SendAsync(SipMessage message, CancellationToken ends)
    {
        var bytes = SipWriter.Write(message);
        await _turn.WaitAsync(ends).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, ends).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The receive loop ends for the same reason, and tells.
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The next message, valid until the next call; null when the connection is over.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ends)
    {
        try
        {
            var length = 0;
            while (length < _buffer.Length)
            {
                var got = await _socket.ReceiveAsync(_buffer.AsMemory(length), ends).ConfigureAwait(false);
                length += got.Count;
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (got.EndOfMessage)
                {
                    return _buffer.AsMemory(0, length);
                }
            }

            // Longer than any SIP message may be: whoever sends that does not speak it.
            return null;
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Says goodbye as far as the time allows.</summary>
    public async Task CloseAsync(CancellationToken ends)
    {
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ends).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            // It is over already.
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }
}
