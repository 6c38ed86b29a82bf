using System.Globalization;
using System.Text.RegularExpressions;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>A message of RFC 4475 or RFC 5118, and the final answers that a server of ours gives to it.</summary>
/// <param name="Name">The section and the RFC's own short name.</param>
/// <param name="Text">With CRLF; its Content-Length is true where <see cref="Length"/> stands for it.</param>
/// <param name="Answers">In their order; none for a message that nothing may answer.</param>
internal sealed partial record Torture(string Name, string Text, params int[] Answers)
{
    /// <summary>Stands for the length of the body.</summary>
    public const string Length = "{length}";

    /// <summary>Where a stream must tell the length, or goes on behind the first message.</summary>
    public int[]? OfStream { get; init; }

    /// <summary>Where a customer's browser registers without a password.</summary>
    public int[]? OfWebSocket { get; init; }

    public static IReadOnlyList<Torture> All { get; } =
    [
        .. TortureValid.All,
        .. TortureInvalid.All,
        .. TortureResponses.All,
        .. TortureApplication.All,
        .. TortureIPv6.All,
    ];

    public static Torture Of(string name) => All.Single(t => t.Name == name);

    /// <summary>From a literal: its lines end as on the wire, and it knows how long its body is.</summary>
    public static string Message(string literal)
    {
        var lines = literal.ReplaceLineEndings("\r\n");
        var text = lines.Contains("\r\n\r\n", StringComparison.Ordinal) ? lines + "\r\n" : lines + "\r\n\r\n";
        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return text.Replace(
            Length, Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public static string Many(string part, int count) => string.Concat(Enumerable.Repeat(part, count));

    public static string Sdp(string address) =>
        $"""
        v=0
        o=mhandley 29739 7272939 IN IP4 {address}
        s=-
        c=IN IP4 {address}
        t=0 0
        m=audio 49217 RTP/AVP 0 12
        m=video 3227 RTP/AVP 31
        a=rtpmap:31 LPC
        """;

    /// <summary>The same for datagrams: without rport the answer would go to a port that is nobody's here.</summary>
    public string WithSourcePort() => TopmostVia().Replace(Text, "$0;rport", 1);

    [GeneratedRegex(
        @"(?<=\r\n)v(?:ia)?[ \t]*:(?:[^;,\r\n]|\r\n[ \t])*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TopmostVia();
}
