using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CecSim.Telephony.Tests.Sip.Subscriptions;

/// <summary>A phone that wants to be told of an account.</summary>
internal sealed class Watcher(Phone phone, string watched = "1001", string package = "dialog")
{
    private static int _watchersCount;

    private readonly string _callId = $"watch-{Interlocked.Increment(ref _watchersCount)}";
    private string _credentials = "";
    private int _sequence;

    public string ToTag { get; set; } = "";

    public string Extra { get; init; } = "";

    /// <summary>Proves who it is, after it was asked to.</summary>
    public SipWireText Subscribe(int seconds = 600)
    {
        var challenge = Ask(seconds);
        if (challenge.Status != 401)
        {
            return challenge;
        }

        var nonce = Regex.Match(challenge["WWW-Authenticate"]!, "nonce=\"([^\"]+)\"").Groups[1].Value;
        var (secret, request) = (Hash("1001:cec.test:secret-1001"), Hash("SUBSCRIBE:sip:cec.test"));
        _credentials =
            $"Authorization: Digest username=\"1001\", realm=\"cec.test\", nonce=\"{nonce}\", uri=\"sip:cec.test\", " +
            $"response=\"{Hash($"{secret}:{nonce}:00000001:c:auth:{request}")}\", algorithm=SHA-256, " +
            "qop=auth, nc=00000001, cnonce=\"c\"\r\n";
        var answer = Ask(seconds);
        _credentials = "";
        if (answer.Status == 200)
        {
            ToTag = answer.ToTag;
        }

        return answer;
    }

    /// <summary>Without credentials, unless it was just asked for them.</summary>
    public SipWireText Ask(int seconds) => phone.Ask(
        $"SUBSCRIBE sip:{watched}@cec.test SIP/2.0\r\n" +
        $"Via: SIP/2.0/{phone.Transport} phone.invalid;branch=z9hG4bK-{_callId}-{++_sequence};rport\r\n" +
        "Max-Forwards: 70\r\n" +
        "From: <sip:1001@cec.test>;tag=watcher\r\n" +
        $"To: <sip:{watched}@cec.test>{(ToTag.Length == 0 ? "" : $";tag={ToTag}")}\r\n" +
        $"Call-ID: {_callId}\r\n" +
        $"CSeq: {_sequence} SUBSCRIBE\r\n" +
        "Contact: <sip:1001@127.0.0.1:5099>\r\n" +
        $"Event: {package}\r\nExpires: {seconds}\r\n{Extra}{_credentials}Content-Length: 0\r\n\r\n");

    /// <summary>The next NOTIFY, which is answered.</summary>
    public SipWireText TakeNotify(int status = 200)
    {
        var notify = phone.Take();
        Assert.StartsWith("NOTIFY sip:1001@127.0.0.1:5099 ", notify.StartLine, StringComparison.Ordinal);
        Assert.Equal((_callId, package), (notify["Call-ID"], notify["Event"]));
        phone.Send(Caller.AnswerTo(notify, status));
        return notify;
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
