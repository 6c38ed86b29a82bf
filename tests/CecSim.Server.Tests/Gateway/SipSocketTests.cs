using System.Net.WebSockets;

namespace CecSim.Server.Tests.Gateway;

/// <summary>What a softphone sees on a real socket.</summary>
public sealed class SipSocketTests : IAsyncLifetime
{
    private const int MessageBytesMax = 64 * 1024;

    private const string Register =
        "REGISTER sip:cc.example SIP/2.0\r\n" +
        "Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKasudf\r\n" +
        "Contact: <sip:1001@df7jal23ls0d.invalid;transport=ws>\r\n" +
        "Max-Forwards: 70\r\n" +
        "To: \"A;tag=no\" <sip:1001@cc.example>\r\n" +
        "From: <sip:1001@cc.example>;tag=65bnmj.34asd\r\n" +
        "Call-ID: aiuy7k9njasd\r\n" +
        "CSeq: 1 REGISTER\r\n" +
        "Content-Length: 0\r\n\r\n";

    private readonly ClientWebSocket _phone = new();
    private TestCec _cec = null!;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _cec = await TestCec.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _cec.DisposeAsync();
    }

    [Fact]
    [Shows("6/sip-over-websocket", "6/register-unchallenged")]
    public async Task A_customer_may_register_unchallenged()
    {
        await ConnectAsync();
        Assert.Equal("sip", _phone.SubProtocol);

        Assert.StartsWith("SIP/2.0 200 OK\r\n", await AskAsync(Register), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACK sip:1001@cc.example SIP/2.0\r\nVia: v\r\nFrom: f\r\nTo: t\r\nCall-ID: i\r\nCSeq: 1 ACK\r\n\r\n")]
    [InlineData("SIP/2.0 200 OK\r\nVia: v\r\nFrom: f\r\nTo: t\r\nCall-ID: i\r\nCSeq: 1 INVITE\r\n\r\n")]
    [InlineData("hello")]
    [InlineData(" \r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData("")]
    [Shows("6/keep-alive")]
    public async Task What_wants_no_answer_gets_none_and_the_connection_lives_on(string message)
    {
        await ConnectAsync();
        await SendAsync(message);

        // The pong is the first thing to come back, so nothing came before it.
        Assert.Equal("\r\n", await AskAsync("\r\n\r\n"));
    }

    [Fact]
    [Shows("6/message-64-kb")]
    public async Task A_message_as_long_as_the_limit_is_read_and_a_longer_one_ends_the_connection()
    {
        await ConnectAsync();
        await SendAsync(Register.PadRight(MessageBytesMax));
        Assert.StartsWith("SIP/2.0 200", await ReceiveAsync(), StringComparison.Ordinal);

        await SendAsync(Register.PadRight(MessageBytesMax + 1));

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await CloseStatusAsync());
    }

    [Fact]
    public async Task Text_that_is_not_utf8_ends_the_connection_but_not_the_server()
    {
        await ConnectAsync();

        await _phone.SendAsync(new byte[] { 0xC3, 0x28 }, WebSocketMessageType.Text, true, TestEnds);

        // The framework closes with 1007 and then drops the connection, which may overtake the frame.
        if (await Record.ExceptionAsync(CloseStatusAsync) is null)
        {
            Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, _phone.CloseStatus);
        }

        using var next = new ClientWebSocket();
        next.Options.AddSubProtocol("sip");
        await next.ConnectAsync(Address("ws"), TestEnds);
        Assert.Equal(WebSocketState.Open, next.State);
    }

    [Fact]
    public async Task A_phone_that_leaves_is_let_go()
    {
        await ConnectAsync();

        await _phone.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", TestEnds);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, _phone.CloseStatus);
    }

    [Fact]
    public async Task A_host_that_stops_says_so_and_does_not_wait_for_the_phone()
    {
        await ConnectAsync();

        // The phone does not even look at its socket until the host has gone.
        await _cec.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), TestEnds);

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await CloseStatusAsync());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.UpgradeRequired)]
    [InlineData("chat", HttpStatusCode.BadRequest)]
    [Shows("6/sip-over-websocket")]
    public async Task Whoever_comes_with_anything_else_is_told_what_this_is(string? protocol, HttpStatusCode status)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("http"));
        if (protocol is not null)
        {
            request.Headers.Add("Connection", "Upgrade");
            request.Headers.Add("Upgrade", "websocket");
            request.Headers.Add("Sec-WebSocket-Version", "13");
            request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
            request.Headers.Add("Sec-WebSocket-Protocol", protocol);
        }

        using var answer = await client.SendAsync(request, TestEnds);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("RFC 7118", await answer.Content.ReadAsStringAsync(TestEnds), StringComparison.Ordinal);
    }

    private Uri Address(string scheme) => new UriBuilder(_cec.Url("http")) { Scheme = scheme, Path = "/sip" }.Uri;

    private Task ConnectAsync()
    {
        _phone.Options.AddSubProtocol("sip");
        return _phone.ConnectAsync(Address("ws"), TestEnds);
    }

    private Task SendAsync(string text) =>
        _phone.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestEnds);

    private async Task<string> AskAsync(string text)
    {
        await SendAsync(text);
        return await ReceiveAsync();
    }

    private async Task<string> ReceiveAsync()
    {
        var buffer = new byte[4096];
        var received = await _phone.ReceiveAsync(buffer, TestEnds);
        Assert.True(received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private async Task<WebSocketCloseStatus?> CloseStatusAsync()
    {
        var received = await _phone.ReceiveAsync(new byte[4096], TestEnds);
        Assert.Equal(WebSocketMessageType.Close, received.MessageType);
        return received.CloseStatus;
    }
}
