using System.Buffers;
using System.Net.WebSockets;
using CecSim.Guarding;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>One WebSocket of a browser, until it leaves, misbehaves, is dropped or the host stops.</summary>
internal sealed class SipWebSocketConnection(
    WebSocket socket, SipWebSocketFlow flow, Guard guard, CancellationToken hostStops)
{
    private const int MessageBytesMax = 64 * 1024;

    /// <summary>Real time: a client that ignores its dismissal must not hold the server.</summary>
    private static readonly TimeSpan FarewellMax = TimeSpan.FromSeconds(1);

    public async Task RunAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MessageBytesMax);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(hostStops);
        var stopping = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, over.Token);
        var sending = SendAsync();
        var receiving = ReceiveAsync(buffer);

        // Cancelling a receive would kill the connection without the farewell, so the stop only overtakes it.
        var first = await Task.WhenAny(receiving, sending, stopping);
        await over.CancelAsync();
        if (receiving is { IsCompletedSuccessfully: true, Result.Status: WebSocketCloseStatus.NormalClosure })
        {
            flow.Leave();
        }

        flow.Dispose();
        await Quietly(sending);
        if (first == receiving)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            var (status, reason) = await receiving;
            await CloseAsync(status, reason);
            return;
        }

        guard.Start("what a SIP WebSocket still receives", () => Quietly(receiving));
        if (flow.IsDropped)
        {
            socket.Abort();
            return;
        }

        using var farewell = new CancellationTokenSource(FarewellMax, TimeProvider.System);
        await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "CecSim stops.", farewell.Token);
    }

    // What breaks when the connection does is no news.
    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException
            or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    // A WebSocket permits one send at a time, so everything goes through the flow's queue.
    private async Task SendAsync()
    {
        await foreach (var message in flow.Outgoing.ReadAllAsync(CancellationToken.None))
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
    }

    /// <summary>Reads until the connection is over, and tells how to take leave of it.</summary>
    private async Task<(WebSocketCloseStatus Status, string? Reason)> ReceiveAsync(byte[] buffer)
    {
        var count = 0;
        while (count < MessageBytesMax)
        {
            var free = buffer.AsMemory(count, MessageBytesMax - count);
            var part = await socket.ReceiveAsync(free, CancellationToken.None);
            count += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return (WebSocketCloseStatus.NormalClosure, null);
            }

            if (part.EndOfMessage)
            {
                // RFC 7118 allows text and binary frames.
                flow.Receive(buffer.AsSpan(0, count));
                count = 0;
            }
        }

        return (WebSocketCloseStatus.MessageTooBig, $"A SIP message may have {MessageBytesMax} bytes.");
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        using var farewell = new CancellationTokenSource(FarewellMax, TimeProvider.System);
        await socket.CloseAsync(status, reason, farewell.Token);
    }
}
