using System.Buffers;
using System.Text;

namespace CecSim.Telephony.Sip.Messages;

/// <summary>Writes messages by the letter: CRLF, one Content-Length that is true, no line that could be two.</summary>
internal static class SipWriter
{
    /// <summary>
    /// An answer that shall not be longer than its question: what its reader can do without is left out then.
    /// </summary>
    /// <param name="bytesMax">Null for no limit. What a reader needs is written even beyond it.</param>
    public static byte[] WriteAnswer(SipResponse response, int? bytesMax)
    {
        var whole = Write(response);
        if (whole.Length <= (bytesMax ?? int.MaxValue))
        {
            return whole;
        }

        var lean = Write(response.Lean(isCompact: false));
        return lean.Length <= bytesMax || response.IsSuccess ? lean : Write(response.Lean(isCompact: true));
    }

    public static byte[] Write(SipMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        WriteLine(bytes, message.StartLine);
        foreach (var (name, value) in message.Headers.Where(h => !SipText.IsSame(h.Name, "Content-Length")))
        {
            WriteLine(bytes, $"{name}: {value}");
        }

        WriteLine(bytes, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Body.Length}"));
        WriteLine(bytes, "");
        bytes.Write(message.Body.Span);
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteLine(IBufferWriter<byte> bytes, string line)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new InvalidOperationException($"'{line}' would be more than one line.");
        }

        Encoding.UTF8.GetBytes(line, bytes);
        bytes.Write("\r\n"u8);
    }
}
