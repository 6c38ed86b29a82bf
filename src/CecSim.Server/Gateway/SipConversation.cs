using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace CecSim.Server.Gateway;

/// <summary>One softphone's WebSocket, until it leaves, misbehaves or the host stops.</summary>
internal sealed class SipConversation(WebSocket socket, CancellationToken hostStops)
{
    private const int MessageBytesMax = 64 * 1024;

    /// <summary>The keep-alive ping of RFC 5626, section 4.4.1, and its pong.</summary>
    private const string Ping = "\r\n\r\n";
    private const string Pong = "\r\n";

    /// <summary>Real time: a client that ignores its dismissal must not hold the server.</summary>
    private static readonly TimeSpan FarewellMax = TimeSpan.FromSeconds(1);

    public async Task RunAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MessageBytesMax);
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var watch = hostStops.Register(stopping.SetResult);
        var isStillFilled = false;
        while (true)
        {
            // Cancelling a receive would kill the connection without the farewell, so the stop only overtakes it.
            var receive = ReceiveAsync(buffer.AsMemory(0, MessageBytesMax));
            if (await Task.WhenAny(receive, stopping.Task) != receive)
            {
                isStillFilled = true;
                _ = receive.ContinueWith(t => t.Exception, TaskScheduler.Default);
                await LeaveAsync();
                break;
            }

            if (await receive is not { } received)
            {
                break;
            }

            await AnswerAsync(buffer.AsMemory(0, received.Count), received.MessageType);
        }

        if (!isStillFilled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A whole message; null when the connection is over.</summary>
    private async Task<ValueWebSocketReceiveResult?> ReceiveAsync(Memory<byte> buffer)
    {
        var count = 0;
        while (count < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer[count..], CancellationToken.None);
            count += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(WebSocketCloseStatus.NormalClosure, null);
                return null;
            }

            if (part.EndOfMessage)
            {
                return new ValueWebSocketReceiveResult(count, part.MessageType, true);
            }
        }

        await CloseAsync(WebSocketCloseStatus.MessageTooBig, $"A SIP message may have {MessageBytesMax} bytes.");
        return null;
    }

    // RFC 7118 allows text and binary frames. Latin-1 carries the bytes of either through unchanged.
    private async Task AnswerAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type)
    {
        var text = Encoding.Latin1.GetString(message.Span);
        var answer = text == Ping ? Pong : SipNotImplemented.AnswerTo(text);
        if (answer is not null)
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(answer), type, endOfMessage: true, hostStops);
        }
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        using var farewell = new CancellationTokenSource(FarewellMax, TimeProvider.System);
        await socket.CloseAsync(status, reason, farewell.Token);
    }

    private async Task LeaveAsync()
    {
        using var farewell = new CancellationTokenSource(FarewellMax, TimeProvider.System);
        await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "CecSim stops.", farewell.Token);
    }
}
