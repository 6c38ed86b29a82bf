using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace CecSim.Tests;

/// <summary>
/// A gateway's SIP over one WebSocket, written out by hand: it takes an INVITE with whatever answer a test wants, and
/// keeps all that comes besides.
/// </summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _came = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stops = new();
    private readonly Func<string, string?> _answer;
    private readonly Task _serving;
    private WebSocket? _socket;
    private string _invite = "";
    private int _sequence;

    /// <param name="answer">Makes the SDP of the 200 of that of the INVITE; null for a 200 without any.</param>
    public FakeGateway(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"ws://{_listener.LocalEndpoint}/sip");

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>The next message that is neither the INVITE nor the answer's ACK.</summary>
    public async Task<string> NextAsync() => await _came.Reader.ReadAsync(TestEnds);

    /// <summary>A request within the call; an ACK has the number of the request before.</summary>
    public Task AskAsync(string method, string sdp = "")
    {
        var sequence = method == "ACK" ? _sequence : ++_sequence;
        var (from, to) = (Header(_invite, "To"), Header(_invite, "From"));
        return SendAsync(
            $"{method} sip:caller@phone.invalid SIP/2.0\r\n" +
            $"Via: SIP/2.0/WS 127.0.0.1;branch=z9hG4bK{method}{sequence}\r\nMax-Forwards: 70\r\n" +
            $"From: {from};tag=gw\r\nTo: {to}\r\nCall-ID: {Header(_invite, "Call-ID")}\r\n" +
            $"CSeq: {sequence} {method}\r\nContact: <sip:gw@127.0.0.1>\r\n{Body(sdp)}");
    }

    public static string SdpOf(string message) =>
        message[(message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public static string Header(string message, string name) =>
        message.Split("\r\n").First(l => l.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    public async ValueTask DisposeAsync()
    {
        await _stops.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket?.Dispose();
        _listener.Dispose();
        _stops.Dispose();
    }

    private async Task ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync(_stops.Token);
        var stream = client.GetStream();
        await UpgradeAsync(stream);
        _socket = WebSocket.CreateFromStream(stream, isServer: true, "sip", TimeSpan.Zero);
        var buffer = new byte[64 * 1024];
        while (await _socket.ReceiveAsync(buffer, _stops.Token) is { MessageType: not WebSocketMessageType.Close } got)
        {
            await TakeAsync(Encoding.UTF8.GetString(buffer, 0, got.Count));
        }
    }

    private async Task TakeAsync(string message)
    {
        switch (message.Split(' ')[0])
        {
            case "INVITE":
                _invite = message;
                await AcceptAsync(message, _answer(SdpOf(message)) ?? "");
                break;
            case "ACK":
                break;
            case "BYE":
                await AcceptAsync(message, "");
                _came.Writer.TryWrite(message);
                break;
            default:
                _came.Writer.TryWrite(message);
                break;
        }
    }

    private Task AcceptAsync(string request, string sdp)
    {
        var to = Header(request, "To");
        return SendAsync(
            $"SIP/2.0 200 OK\r\nVia: {Header(request, "Via")}\r\nFrom: {Header(request, "From")}\r\n" +
            $"To: {to}{(to.Contains(";tag=", StringComparison.Ordinal) ? "" : ";tag=gw")}\r\n" +
            $"Call-ID: {Header(request, "Call-ID")}\r\nCSeq: {Header(request, "CSeq")}\r\n" +
            $"Contact: <sip:gw@127.0.0.1>\r\n{Body(sdp)}");
    }

    private static string Body(string sdp) =>
        (sdp.Length == 0 ? "" : "Content-Type: application/sdp\r\n") +
        $"Content-Length: {Encoding.UTF8.GetByteCount(sdp)}\r\n\r\n{sdp}";

    private Task SendAsync(string message) => _socket!.SendAsync(
        Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, _stops.Token);

    // RFC 6455 section 4.2.2.
    private async Task UpgradeAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(one, _stops.Token) == 1)
        {
            head.Append((char)one[0]);
        }

        var accepted = Accepted(Header(head.ToString(), "Sec-WebSocket-Key"));
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
                $"Sec-WebSocket-Accept: {accepted}\r\nSec-WebSocket-Protocol: sip\r\n\r\n"),
            _stops.Token);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6455 has no other.")]
    private static string Accepted(string key) => Convert.ToBase64String(
        SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
}
