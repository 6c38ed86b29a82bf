using System.Text.RegularExpressions;

namespace CecSim.Server.Tests.Phones;

/// <summary>A customer's phone by UDP with PCMU, whose every message the test reads.</summary>
internal sealed class DiallingPhone : IDisposable
{
    private readonly UdpClient _sip;
    private readonly string _account;
    private readonly string _callId = Guid.NewGuid().ToString("n");
    private string _number = "";
    private string _to = "";
    private int _sequence;

    public DiallingPhone(TestCec cec, string account = "13800000000")
    {
        _account = account;
        _sip = new UdpClient("127.0.0.1", cec.Softphones.Port);
    }

    /// <summary>Its media.</summary>
    public UdpClient Media { get; } = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>Where its media go; null before it was answered.</summary>
    public IPEndPoint? MediaAt { get; private set; }

    public void Dispose()
    {
        _sip.Dispose();
        Media.Dispose();
    }

    /// <returns>The final answer, which it acknowledges.</returns>
    public async Task<string> DialAsync(string number, string formats = "0")
    {
        await InviteAsync(number, formats);
        return await FinalAnswerAsync();
    }

    public Task InviteAsync(string number, string formats = "0")
    {
        _number = number;
        _to = $"<sip:{number}@127.0.0.1>";
        var digits = formats.Contains("101", StringComparison.Ordinal) ? "a=rtpmap:101 telephone-event/8000\r\n" : "";
        return SendAsync(
            "INVITE",
            "application/sdp",
            $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n" +
            $"m=audio {((IPEndPoint)Media.Client.LocalEndPoint!).Port} RTP/AVP {formats}\r\n{digits}");
    }

    public async Task<string> FinalAnswerAsync()
    {
        var answer = await AnswerAsync();
        while (answer.StartsWith("SIP/2.0 1", StringComparison.Ordinal))
        {
            answer = await AnswerAsync();
        }

        _to = Regex.Match(answer, @"(?m)^To: (.+?)\r?$").Groups[1].Value;
        if (Regex.Match(answer, @"m=audio (\d+) ") is { Success: true } media)
        {
            MediaAt = new IPEndPoint(IPAddress.Loopback, int.Parse(media.Groups[1].ValueSpan));
            await SendAsync("ACK");
        }

        return answer;
    }

    /// <summary>The next thing that comes to it.</summary>
    public async Task<string> AnswerAsync() =>
        Encoding.UTF8.GetString((await _sip.ReceiveAsync(TestCec.TestEnds)).Buffer);

    /// <summary>The request of that method, once it has come, which it answers.</summary>
    public async Task<string> RequestAsync(string method)
    {
        var request = await AnswerAsync();
        while (!request.StartsWith($"{method} ", StringComparison.Ordinal))
        {
            request = await AnswerAsync();
        }

        var copied = request.Split("\r\n").Where(l => Regex.IsMatch(l, "^(Via|From|To|Call-ID|CSeq):"));
        await _sip.SendAsync(
            Encoding.UTF8.GetBytes($"SIP/2.0 200 OK\r\n{string.Join("\r\n", copied)}\r\nContent-Length: 0\r\n\r\n"),
            TestCec.TestEnds);
        return request;
    }

    public Task HangUpAsync() => SendAsync("BYE");

    public Task PressByInfoAsync(char key) =>
        SendAsync("INFO", "application/dtmf-relay", $"Signal={key}\r\nDuration=160\r\n");

    private Task<int> SendAsync(string method, string? type = null, string body = "")
    {
        _sequence += method is "ACK" ? 0 : 1;
        var own = _sip.Client.LocalEndPoint;
        return _sip.SendAsync(
            Encoding.UTF8.GetBytes(
                $"{method} sip:{_number}@127.0.0.1 SIP/2.0\r\n" +
                $"Via: SIP/2.0/UDP {own};branch=z9hG4bK-{method}-{_callId}-{_sequence};rport\r\n" +
                "Max-Forwards: 70\r\n" +
                $"From: <sip:{_account}@{own}>;tag=dialling\r\n" +
                $"To: {_to}\r\n" +
                $"Call-ID: {_callId}\r\n" +
                $"CSeq: {_sequence} {method}\r\n" +
                $"Contact: <sip:{_account}@{own}>\r\n" +
                (type is null ? "" : $"Content-Type: {type}\r\n") +
                $"Content-Length: {body.Length}\r\n\r\n{body}"),
            TestCec.TestEnds).AsTask();
    }
}
