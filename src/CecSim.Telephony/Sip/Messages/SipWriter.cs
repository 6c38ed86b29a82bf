using System.Globalization;
using System.Text;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>Writes messages by the letter: CRLF, one Content-Length that is true, no line that could be two.</summary>
internal static class SipWriter
{
    public static byte[] Write(SipMessage message)
    {
        var head = new StringBuilder();
        AppendLine(head, message.StartLine);
        foreach (var (name, value) in message.Headers.Where(h => !SipText.IsSame(h.Name, "Content-Length")))
        {
            AppendLine(head, $"{name}: {value}");
        }

        AppendLine(head, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Body.Length}"));
        AppendLine(head, "");

        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. message.Body.Span];
    }

    private static void AppendLine(StringBuilder head, string line)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new InvalidOperationException($"'{line}' would be more than one line.");
        }

        head.Append(line).Append("\r\n");
    }
}
