using System.Text.RegularExpressions;
using CecSim.Server.Tests.Gateway;

namespace CecSim.Server.Tests.Phones;

/// <summary>A softphone of an agent that is a socket and lines of text, and nothing else.</summary>
internal sealed class WirePhone : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly UdpClient _socket;
    private readonly UdpClient _media = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly string _account;
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _received = [];
    private int _sequence = 10;
    private string _credentials = "";

    private WirePhone(UdpClient socket, string account) => (_socket, _account) = (socket, account);

    public static async Task<WirePhone> RegisterAsync(TestCec cec, string account)
    {
        var phone = new WirePhone(new UdpClient("127.0.0.1", cec.Softphones.Port), account);
        var (address, register) = ($"<sip:{account}@127.0.0.1>", "");
        for (var number = 1; number <= 2; number++)
        {
            var leg = new Leg($"register-{account}", $"{address};tag=register", address);
            await phone.SendAsync("REGISTER", leg, register, "", user: "", number);
            var answer = await phone.TakeAsync("SIP/2.0");
            Assert.Equal(number == 1 ? "SIP/2.0 401" : "SIP/2.0 200", answer[..11]);
            if (number == 1)
            {
                register = SoftphoneTests.Digest(answer, "127.0.0.1", account, "cti-1234");
                phone._credentials = register;
            }
        }

        return phone;
    }

    /// <summary>One that has not registered.</summary>
    public static WirePhone Open(TestCec cec, string account) =>
        new(new UdpClient("127.0.0.1", cec.Softphones.Port), account);

    /// <summary>Wants to be told of an account, and proves who it is.</summary>
    public async Task SubscribeAsync(string account, string package)
    {
        var leg = new Leg(
            $"watch-{package}", $"<sip:{_account}@127.0.0.1>;tag=watch", $"<sip:{account}@127.0.0.1>");
        var headers = $"Event: {package}\r\nExpires: 600\r\n";
        await SendAsync("SUBSCRIBE", leg, headers, "", account);
        var challenge = await TakeAsync("SIP/2.0 401");
        headers += SoftphoneTests.Digest(challenge, "127.0.0.1", _account, "cti-1234", "SUBSCRIBE");
        await SendAsync("SUBSCRIBE", leg, headers, "", account);
        await TakeAsync("SIP/2.0 200");
    }

    /// <summary>Registers with the nonce and the count that it registered with before.</summary>
    public async Task<string> RegisterAgainAsync()
    {
        var address = $"<sip:{_account}@127.0.0.1>";
        await SendAsync(
            "REGISTER",
            new Leg($"register-{_account}", $"{address};tag=register", address),
            _credentials,
            body: "",
            user: "");
        return await TakeAsync("SIP/2.0");
    }

    private string Sdp =>
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n" +
        $"m=audio {((IPEndPoint)_media.Client.LocalEndPoint!).Port} RTP/AVP 0\r\n";

    public void Dispose()
    {
        _socket.Dispose();
        _media.Dispose();
    }

    /// <summary>The next message that begins so, without what comes again; requests are answered 200.</summary>
    public async Task<string> TakeAsync(string begins)
    {
        while (true)
        {
            var text = await ReceiveAsync(begins);
            var isRequest = !text.StartsWith("SIP/2.0", StringComparison.Ordinal);
            if (isRequest && !text.StartsWith("ACK", StringComparison.Ordinal)
                && !text.StartsWith("INVITE", StringComparison.Ordinal))
            {
                await AnswerAsync(text, "200 OK");
            }

            if (text.StartsWith(begins, StringComparison.Ordinal)
                && _seen.Add($"{text.Split("\r\n")[0]} {Header(text, "Call-ID")} {Header(text, "CSeq")}"))
            {
                return text;
            }
        }
    }

    /// <summary>Picks up the call that rings next.</summary>
    public async Task<Leg> PickUpAsync()
    {
        var invite = await TakeAsync("INVITE");
        await AnswerAsync(invite, "200 OK", Sdp);
        return new Leg(
            Header(invite, "Call-ID"),
            Local: $"{Header(invite, "To")};tag=wire",
            Remote: Header(invite, "From"));
    }

    /// <summary>Calls, and waits for the answer.</summary>
    public async Task<Leg> DialAsync(string user, string callId)
    {
        var from = $"<sip:{_account}@127.0.0.1>;tag=wire-{callId}";
        await SendAsync("INVITE", new Leg(callId, from, $"<sip:{user}@127.0.0.1>"), "", Sdp, user);
        var ok = await TakeAsync("SIP/2.0 200");
        var leg = new Leg(callId, from, Header(ok, "To"));
        await SendAsync("ACK", leg, "", "", user, _sequence);
        return leg;
    }

    /// <summary>Asks for something in a call, and waits for the final answer.</summary>
    public async Task<string> AskAsync(string method, Leg leg, string headers, string body = "")
    {
        await SendAsync(method, leg, headers, body);
        while (true)
        {
            var answer = await TakeAsync("SIP/2.0");
            if (!answer.StartsWith("SIP/2.0 1", StringComparison.Ordinal)
                && Header(answer, "CSeq") == $"{_sequence} {method}")
            {
                if (method is "INVITE")
                {
                    await SendAsync("ACK", leg, "", "", number: _sequence);
                }

                return answer;
            }
        }
    }

    /// <summary>Holds the call, or comes back to it, by a re-INVITE.</summary>
    public Task<string> HoldAsync(Leg leg, bool isHolding) =>
        AskAsync("INVITE", leg, "", $"{Sdp}a={(isHolding ? "sendonly" : "sendrecv")}\r\n");

    public static string Header(string message, string name) =>
        Regex.Match(message, $@"^{name}: ([^\r\n]*)\r$", RegexOptions.Multiline).Groups[1].Value;

    public static string BodyOf(string message) =>
        message[(message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    private Task AnswerAsync(string request, string status, string sdp = "")
    {
        var copied = request.Split("\r\n\r\n")[0].Split("\r\n")
            .Where(l => Regex.IsMatch(l, "^(Via|From|To|Call-ID|CSeq|Record-Route):"))
            .Select(l => l.StartsWith("To:", StringComparison.Ordinal) && !l.Contains(";tag=", StringComparison.Ordinal)
                ? $"{l};tag=wire" : l);
        return WriteAsync(
            $"SIP/2.0 {status}\r\n{string.Join("\r\n", copied)}\r\n" +
            $"Contact: <sip:{_account}@{_socket.Client.LocalEndPoint}>\r\n{Content(sdp)}");
    }

    private Task SendAsync(
        string method, Leg leg, string headers, string body, string? user = null, int? number = null)
    {
        number ??= ++_sequence;
        return WriteAsync(
            $"{method} sip:{(user == "" ? "" : $"{user ?? "gateway"}@")}127.0.0.1 SIP/2.0\r\n" +
            $"Via: SIP/2.0/UDP {_socket.Client.LocalEndPoint};branch=z9hG4bK-{_account}-{method}-{number};rport\r\n" +
            $"Max-Forwards: 70\r\nFrom: {leg.Local}\r\nTo: {leg.Remote}\r\nCall-ID: {leg.CallId}\r\n" +
            $"CSeq: {number} {method}\r\nContact: <sip:{_account}@{_socket.Client.LocalEndPoint}>\r\n" +
            $"{headers}{Content(body)}");
    }

    private async Task<string> ReceiveAsync(string awaited)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestCec.TestEnds);
        limit.CancelAfter(Patience);
        try
        {
            var text = Encoding.UTF8.GetString((await _socket.ReceiveAsync(limit.Token)).Buffer);
            _received.Add($"{text.Split("\r\n")[0]} ({Header(text, "CSeq")})");
            return text;
        }
        catch (OperationCanceledException) when (!TestCec.TestEnds.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"{_account} got no {awaited} within {Patience.TotalSeconds} s, but\n{string.Join('\n', _received)}");
        }
    }

    private static string Content(string body) =>
        (body.Length == 0 ? "" : "Content-Type: application/sdp\r\n") + $"Content-Length: {body.Length}\r\n\r\n{body}";

    private async Task WriteAsync(string message) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message), TestCec.TestEnds);

    /// <summary>A call of the phone.</summary>
    /// <param name="Local">Its own From or To, with its tag.</param>
    /// <param name="Remote">The gateway's, with its tag once it is known.</param>
    internal sealed record Leg(string CallId, string Local, string Remote)
    {
        /// <summary>As a Replaces in a Refer-To names it (RFC 3891, section 3).</summary>
        public string Replaces =>
            Uri.EscapeDataString($"{CallId};to-tag={TagOf(Remote)};from-tag={TagOf(Local)}");

        private static string TagOf(string address) =>
            address[(address.IndexOf(";tag=", StringComparison.Ordinal) + 5)..];
    }
}
