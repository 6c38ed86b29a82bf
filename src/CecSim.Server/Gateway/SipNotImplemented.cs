using System.Security.Cryptography;
using System.Text;

namespace CecSim.Server.Gateway;

/// <summary>The 501 to a SIP request, made as RFC 3261, section 8.2.6, asks.</summary>
internal static class SipNotImplemented
{
    private const string Version = "SIP/2.0";
    private const int TagBytes = 8;

    /// <summary>The answer; null where SIP wants none (ACK, a response) or allows none (what is not SIP).</summary>
    public static string? AnswerTo(string message)
    {
        var lines = Unfold(message);
        if (lines.Count == 0
            || lines[0].Split(' ') is not [var method, _, Version]
            || method is "" or "ACK")
        {
            return null;
        }

        var headers = lines.Skip(1).Select(Split)
            .ToLookup(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);
        var via = Values(headers, "Via", "v").ToList();
        if (via.Count == 0
            || One(headers, "From", "f") is not { } from
            || One(headers, "To", "t") is not { } to
            || One(headers, "Call-ID", "i") is not { } callId
            || One(headers, "CSeq", "CSeq") is not { } sequence)
        {
            return null;
        }

        var answer = new StringBuilder($"{Version} 501 Not Implemented\r\n");
        via.ForEach(v => answer.Append($"Via: {v}\r\n"));
        answer.Append($"From: {from}\r\nTo: {to}");
        if (!HasTag(to))
        {
            answer.Append($";tag={Tag(via[0], callId)}");
        }

        answer.Append($"\r\nCall-ID: {callId}\r\nCSeq: {sequence}\r\nContent-Length: 0\r\n\r\n");
        return answer.ToString();
    }

    /// <summary>Start line and headers, folded lines joined (section 7.3.1). The body is of no interest.</summary>
    private static List<string> Unfold(string message)
    {
        var lines = new List<string>();
        foreach (var line in message.Split('\n').Select(l => l.TrimEnd('\r')).TakeWhile(l => l.Length > 0))
        {
            if (line[0] is ' ' or '\t' && lines.Count > 0)
            {
                lines[^1] += " " + line.Trim();
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static (string Name, string Value) Split(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (header.Trim(), "") : (header[..colon].Trim(), header[(colon + 1)..].Trim());
    }

    private static IEnumerable<string> Values(ILookup<string, string> headers, string name, string compact) =>
        (headers.Contains(name) ? headers[name] : headers[compact]).Where(v => v.Length > 0);

    private static string? One(ILookup<string, string> headers, string name, string compact) =>
        Values(headers, name, compact).FirstOrDefault();

    private static bool HasTag(string to) =>
        to[(to.LastIndexOf('>') + 1)..].Split(';').Skip(1)
            .Any(p => p.TrimStart().StartsWith("tag", StringComparison.OrdinalIgnoreCase) && p.Contains('='));

    // Who keeps no state must give a request sent again the same tag (section 8.2.7): so it is drawn from the request.
    private static string Tag(string via, string callId) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.Latin1.GetBytes($"{via}\n{callId}")).AsSpan(0, TagBytes));
}
