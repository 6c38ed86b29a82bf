using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace CecSim.Tests;

/// <summary>A browser's SIP over its WebSocket, written out by hand, with an offer that Chromium once made.</summary>
internal sealed partial class BrowserPhone : IDisposable
{
    private static int _phonesCount;

    // Two calls of one Call-ID would be one call (RFC 3261, section 8.2.2.2).
    private readonly int _number = Interlocked.Increment(ref _phonesCount);
    private ClientWebSocket _socket = new();
    private string _toTag = "";
    private string _target = "";

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static async Task<BrowserPhone> OpenAsync(string gatewayAddress)
    {
        var phone = new BrowserPhone();
        phone._socket.Options.AddSubProtocol("sip");
        await phone._socket.ConnectAsync(new Uri(gatewayAddress), TestEnds);
        return phone;
    }

    public void Dispose() => _socket.Dispose();

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, null, TestEnds);

    /// <summary>Its connection breaks, and it opens another one; its call is the same.</summary>
    public async Task ComeBackAsync(string gatewayAddress)
    {
        _socket.Dispose();
        _socket = new ClientWebSocket();
        _socket.Options.AddSubProtocol("sip");
        await _socket.ConnectAsync(new Uri(gatewayAddress), TestEnds);
    }

    /// <summary>Calls, and acknowledges whatever final answer comes.</summary>
    /// <param name="offer">Of Chromium when null; empty for an INVITE that asks for one.</param>
    /// <param name="whenItRings">Happens when 180 has come.</param>
    /// <param name="answer">What the ACK has for the offer that was asked for.</param>
    /// <returns>The final answer.</returns>
    public async Task<string> InviteAsync(
        string accessCode,
        string domain,
        string caller = "AnonymousCard",
        string? offer = null,
        Func<Task>? whenItRings = null,
        string answer = "")
    {
        await BeginAsync(accessCode, domain, caller, offer);
        string final;
        do
        {
            final = await ReceiveAsync();
            if (whenItRings is not null && final.StartsWith("SIP/2.0 180 ", StringComparison.Ordinal))
            {
                await whenItRings();
            }
        }
        while (final.StartsWith("SIP/2.0 1", StringComparison.Ordinal));

        _toTag = ToTag().Match(final).Groups[1].Value;
        await SendAsync("ACK", 1, caller, domain, answer);
        return final;
    }

    /// <summary>Calls, and waits for nothing.</summary>
    public async Task BeginAsync(
        string accessCode, string domain, string caller = "AnonymousCard", string? offer = null)
    {
        _target = $"sip:{accessCode}@{domain}";
        offer ??= await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Offers", "chromium-audio.sdp"), TestEnds);
        await SendAsync("INVITE", 1, caller, domain, offer);
    }

    /// <summary>Takes the call back while it rings.</summary>
    public Task CancelAsync(string domain) => SendAsync("CANCEL", 1, "AnonymousCard", domain);

    /// <returns>The answer.</returns>
    public async Task<string> ByeAsync(string domain, int number = 2)
    {
        await SendAsync("BYE", number, "AnonymousCard", domain);
        return await ReceiveAsync();
    }

    /// <summary>Offers other media within the call, and acknowledges the answer.</summary>
    /// <returns>The final answer.</returns>
    public async Task<string> ReofferAsync(string domain, string? offer = null, int number = 2)
    {
        offer ??= await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Offers", "chromium-audio.sdp"), TestEnds);
        await SendAsync("INVITE", number, "AnonymousCard", domain, offer);
        string answer;
        do
        {
            answer = await ReceiveAsync();
        }
        while (answer.StartsWith("SIP/2.0 1", StringComparison.Ordinal));

        return answer;
    }

    /// <summary>Asks for anything, outside of any call.</summary>
    /// <returns>The answer.</returns>
    public async Task<string> AskAsync(string method, string domain, string user = "anybody")
    {
        _target = $"sip:{user}@{domain}";
        await SendAsync(method, 1, "AnonymousCard", domain);
        return await ReceiveAsync();
    }

    /// <summary>Presses a key, told by INFO.</summary>
    /// <returns>The answer.</returns>
    public async Task<string> PressAsync(char key, string domain)
    {
        await SendAsync(
            "INFO", 2, "AnonymousCard", domain, $"Signal={key}\r\nDuration=100\r\n", "application/dtmf-relay");
        return await ReceiveAsync();
    }

    /// <summary>Accepts a request that came.</summary>
    public Task AcceptAsync(string request, string sdp)
    {
        var copied = request.Split("\r\n").Where(l => EchoedHeader().IsMatch(l));
        var answer =
            $"SIP/2.0 200 OK\r\n{string.Join("\r\n", copied)}\r\n" +
            "Contact: <sip:x@4jskfh2.invalid;transport=ws>\r\nContent-Type: application/sdp\r\n" +
            $"Content-Length: {Encoding.UTF8.GetByteCount(sdp)}\r\n\r\n{sdp}";
        return _socket.SendAsync(Encoding.UTF8.GetBytes(answer), WebSocketMessageType.Text, true, TestEnds);
    }

    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var received = await _socket.ReceiveAsync(buffer, TestEnds);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private Task SendAsync(
        string method, int number, string caller, string domain, string body = "", string type = "application/sdp")
    {
        var to = _toTag.Length == 0 ? $"<{_target}>" : $"<{_target}>;tag={_toTag}";
        var branch = method == "ACK" ? 1 : number;
        var message =
            $"{method} {_target} SIP/2.0\r\n" +
            $"Via: SIP/2.0/WS 4jskfh2.invalid;branch=z9hG4bK{_number}-{branch}\r\n" +
            "Max-Forwards: 70\r\n" +
            $"To: {to}\r\n" +
            $"From: <sip:{caller}@{domain}>;tag=9fh3k2{_number}\r\n" +
            $"Call-ID: 7dhf2ks9-{_number}\r\n" +
            $"CSeq: {number} {method}\r\n" +
            "Contact: <sip:x@4jskfh2.invalid;transport=ws>\r\n" +
            (body.Length == 0 ? "" : $"Content-Type: {type}\r\n") +
            $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n" +
            body;
        return _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, TestEnds);
    }

    [GeneratedRegex("^(Via|From|To|Call-ID|CSeq):")]
    private static partial Regex EchoedHeader();

    [GeneratedRegex("^To:.*;tag=(\\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex ToTag();
}
