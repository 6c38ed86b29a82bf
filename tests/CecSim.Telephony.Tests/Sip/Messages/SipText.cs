using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>Messages for the reader, and what it makes of them.</summary>
internal static class SipText
{
    /// <summary>A sound message but for what the test puts in the place of the usual headers.</summary>
    public static string Text(string startLine, params string[] headers)
    {
        var method = startLine.StartsWith("SIP/", StringComparison.Ordinal) ? "INVITE" : startLine.Split(' ')[0];
        string[] usual =
        [
            "Via: SIP/2.0/UDP host.test;branch=z9hG4bKusual",
            "Max-Forwards: 70",
            "From: <sip:ann@cec.test>;tag=1",
            "To: <sip:9001@cec.test>",
            "Call-ID: usual@cec.test",
            $"CSeq: 1 {method}",
        ];
        var names = headers.Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines = usual.Where(u => !names.Contains(Name(u))).Concat(headers.Where(h => !h.StartsWith('-')));
        return $"{startLine}\r\n{string.Concat(lines.Select(l => l + "\r\n"))}\r\n";
    }

    public static SipParseResult Read(string text) => SipReader.Read(Encoding.UTF8.GetBytes(text));

    public static SipRequest Request(string text) => Assert.IsType<SipRequest>(Sound(text));

    public static SipResponse Response(string text) => Assert.IsType<SipResponse>(Sound(text));

    public static SipFault Fault(string text) => Assert.IsType<SipParseResult.Malformed>(Read(text)).Fault;

    public static string Unreadable(string text) => Assert.IsType<SipParseResult.Unreadable>(Read(text)).Reason;

    private static SipMessage Sound(string text) => Read(text) switch
    {
        SipParseResult.Sound sound => sound.Message,
        var other => throw new InvalidOperationException($"{other}"),
    };

    /// <summary>"-To" leaves the usual To out.</summary>
    private static string Name(string header) => CompactForms.FullNameOf(header.TrimStart('-').Split(':')[0].Trim());
}
