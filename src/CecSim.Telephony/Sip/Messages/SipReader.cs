namespace CecSim.Telephony.Sip.Messages;

/// <summary>Reads one message that fills its datagram, its WebSocket message or its part of a stream.</summary>
internal static class SipReader
{
    public const string Version = "SIP/2.0";

    /// <param name="bytes">The message.</param>
    /// <param name="framing">What was wrong with it already as a part of its stream.</param>
    public static SipParseResult Read(ReadOnlyMemory<byte> bytes, SipFault? framing = null)
    {
        bytes = bytes[SipHead.StartOf(bytes.Span)..];
        if (bytes.Length > SipLimits.MessageBytesMax)
        {
            return new SipParseResult.Unreadable("too large");
        }

        var end = SipHead.EndOf(bytes.Span);
        var head = end < 0 ? bytes : bytes[..end];
        var lines = SipHead.Lines(head.Span);
        if (lines.Length == 0 || ReadStartLine(lines[0], bytes.Length) is not var (message, fault))
        {
            return new SipParseResult.Unreadable("not SIP");
        }

        fault ??= SipHead.FaultOf(head.Span, lines);
        fault = ReadHeaders(lines.AsSpan(1), message.Headers) ?? framing ?? fault;
        fault ??= end < 0 ? SipFault.BadRequest("The empty line after the headers is missing") : null;
        fault ??= ReadBody(message, bytes[head.Length..]);
        fault ??= SipValidator.FaultOf(message);
        return (fault, message) switch
        {
            (null, _) => new SipParseResult.Sound(message),
            (_, SipRequest { Method: not SipMethods.Ack } request) when IsAnswerable(request) =>
                new SipParseResult.Malformed(request, fault),
            _ => new SipParseResult.Unreadable(fault.Reason),
        };
    }

    // Without a Via nobody waits for the answer, and a CR in a header would break the answer's own lines.
    private static bool IsAnswerable(SipRequest request) =>
        request.Headers["Via"] is not null
        && request.Headers.All(h => !h.Value.Contains('\r', StringComparison.Ordinal));

    private static (SipMessage Message, SipFault? Fault)? ReadStartLine(string line, int bytesCount) =>
        line.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase)
            ? ReadStatusLine(line)
            : ReadRequestLine(line, bytesCount);

    private static (SipMessage, SipFault?)? ReadStatusLine(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length >= 2
            && SipText.IsSame(parts[0], Version)
            && parts[1].Length == 3
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 100 and < 700
                ? (new SipResponse(status, parts.Length > 2 ? parts[2] : ""), null)
                : null;
    }

    private static (SipMessage, SipFault?)? ReadRequestLine(string line, int bytesCount)
    {
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3
            || !SipText.IsToken(words[0])
            || !words[^1].StartsWith("SIP/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isThreeWords = words.Length == 3 && line.Split(' ').Length == 3;
        var fault =
            !isThreeWords ? SipFault.BadRequest("The request line is not three words and two spaces")
            : !SipText.IsSame(words[2], Version) ? new SipFault(505, SipReasons.Of(505))
            : null;
        return (new SipRequest(words[0], words[1]) { BytesCount = bytesCount }, fault);
    }

    /// <summary>Reads as many header lines as make sense.</summary>
    public static SipFault? ReadHeaders(ReadOnlySpan<string> lines, SipHeaders headers)
    {
        for (int start = 0, end; start < lines.Length; start = end)
        {
            end = start + 1;
            while (end < lines.Length && lines[end][0] is ' ' or '\t')
            {
                end++;
            }

            if (end > SipLimits.HeaderLinesMax)
            {
                return SipFault.BadRequest("Too many header lines");
            }

            // Section 7.3.1: a line that begins with a space goes on where the one before stopped.
            var line = string.Join(' ', lines[start..end].ToArray().Select(l => l.Trim()));
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !SipText.IsToken(line.AsSpan(0, colon).Trim()))
            {
                return SipFault.BadRequest("A line is no header");
            }

            headers.Add(CompactForms.FullNameOf(line[..colon].Trim()), line[(colon + 1)..].Trim());
        }

        return null;
    }

    // What a datagram holds beyond its Content-Length is not part of the message (section 18.3).
    private static SipFault? ReadBody(SipMessage message, ReadOnlyMemory<byte> rest)
    {
        var (length, fault) = SipHead.LengthIn(message.Headers);
        if (length > rest.Length)
        {
            return SipFault.BadRequest($"Content-Length is {length} but {rest.Length} bytes follow");
        }

        message.Body = length is { } known ? rest[..known] : rest;
        return fault;
    }
}
