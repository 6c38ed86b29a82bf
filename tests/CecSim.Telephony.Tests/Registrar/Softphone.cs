using System.Text.RegularExpressions;
using CecSim.Telephony.Tests.Sip;

namespace CecSim.Telephony.Tests.Registrar;

/// <summary>Registers as a phone does, with a digest of its own making.</summary>
internal sealed class Softphone(Phone phone, string user = "1001", string password = "secret-1001")
{
    private int _sequence;

    public string CallId { get; init; } = $"reg-{user}";

    public string Domain { get; init; } = "cec.test";

    public string Algorithm { get; init; } = "MD5";

    /// <summary>Empty for a phone that has none, and no count.</summary>
    public string Qop { get; init; } = "auth";

    public string Scheme { get; init; } = "Digest";

    public string Contact { get; set; } = "<sip:1001@127.0.0.1:5099>";

    public string? Nonce { get; private set; }

    public int Count { get; set; }

    /// <summary>Registers after the challenge.</summary>
    public SipWireText Register(string extra = "")
    {
        Challenge();
        return Again(extra);
    }

    public SipWireText Challenge()
    {
        var challenge = phone.Ask(Write(""));
        Assert.Equal(401, challenge.Status);
        TakeNonce(challenge);
        return challenge;
    }

    /// <summary>With the nonce that is known, and the next count.</summary>
    public SipWireText Again(string extra = "")
    {
        Count++;
        return phone.Ask(Write(Authorization() + extra));
    }

    public void TakeNonce(SipWireText challenge)
    {
        Nonce = Regex.Match(challenge["WWW-Authenticate"]!, "nonce=\"([^\"]+)\"").Groups[1].Value;
        Count = 0;
    }

    public string Write(string extra, int? sequence = null) => Request(
        sequence ?? ++_sequence, $"Contact: {Contact}\r\nUser-Agent: test phone\r\n{extra}");

    public string Authorization(string? username = null)
    {
        var name = username ?? user;
        var uri = $"sip:{Domain}";
        var secret = Hash($"{name}:{Domain}:{password}");
        secret = Algorithm.EndsWith("-sess", StringComparison.Ordinal) ? Hash($"{secret}:{Nonce}:cnonce") : secret;
        var request = Hash($"REGISTER:{uri}");
        var response = Hash(
            Qop.Length == 0 ? $"{secret}:{Nonce}:{request}" : $"{secret}:{Nonce}:{Count:x8}:cnonce:{Qop}:{request}");
        return $"Authorization: {Scheme} username=\"{name}\", realm=\"{Domain}\", nonce=\"{Nonce}\", uri=\"{uri}\", " +
            $"response=\"{response}\"" +
            (Algorithm.Length == 0 ? "" : $", algorithm={Algorithm}") +
            (Qop.Length == 0 ? "" : $", qop={Qop}, nc={Count:x8}") +
            ", cnonce=\"cnonce\"\r\n";
    }

    private string Request(int sequence, string extra) =>
        $"REGISTER sip:{Domain} SIP/2.0\r\n" +
        $"Via: SIP/2.0/{phone.Transport} phone.invalid;branch=z9hG4bK-{CallId}-{_sequence}-{sequence};rport\r\n" +
        "Max-Forwards: 70\r\n" +
        $"From: <sip:{user}@{Domain}>;tag=reg\r\n" +
        $"To: <sip:{user}@{Domain}>\r\n" +
        $"Call-ID: {CallId}\r\n" +
        $"CSeq: {sequence} REGISTER\r\n" +
        extra +
        "Content-Length: 0\r\n\r\n";

    private string Hash(string text)
    {
        var isSha = Algorithm.StartsWith("SHA", StringComparison.Ordinal);
        Func<byte[], byte[]> hash = isSha ? SHA256.HashData : MD5.HashData;
        return Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(text)));
    }
}
