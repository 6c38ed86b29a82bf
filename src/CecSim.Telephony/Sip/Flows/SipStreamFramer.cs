namespace CecSim.Telephony.Sip.Flows;

/// <summary>Cuts a stream into messages by their Content-Length (RFC 3261, section 18.3).</summary>
internal sealed class SipStreamFramer
{
    private static ReadOnlySpan<byte> Ping => "\r\n\r\n"u8;

    private byte[] _bytes = new byte[4096];
    private int _count;
    private int _searchedBytes;
    private int _pingsCount;

    /// <summary>Why the stream cannot be followed any further; null while it can.</summary>
    public SipFault? Fault { get; private set; }

    public void Append(ReadOnlySpan<byte> more)
    {
        if (_count + more.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + more.Length));
        }

        more.CopyTo(_bytes.AsSpan(_count));
        _count += more.Length;
    }

    /// <summary>Keep-alives since the last time, which want an answer (RFC 5626, section 4.4.1).</summary>
    public int TakePings()
    {
        (var pings, _pingsCount) = (_pingsCount, 0);
        return pings;
    }

    /// <summary>The next whole message; null when more bytes are needed. With a fault, the head that has it.</summary>
    public byte[]? Next()
    {
        if (Fault is not null)
        {
            return null;
        }

        SkipEmptyLines();
        var bytes = _bytes.AsSpan(0, _count);
        if (SipHead.StartOf(bytes) == _count)
        {
            return null;
        }

        var body = SipHead.EndOf(bytes, _searchedBytes);
        if (body < 0)
        {
            // An end of line may be the first half of the end of the head.
            _searchedBytes = Math.Max(0, _count - 3);
            return _count > SipLimits.MessageBytesMax
                ? GiveUp(_count, SipFault.TooLarge("The head is too large"))
                : null;
        }

        var (length, fault) = SipHead.LengthIn(HeadersOf(bytes[..body]));
        return fault is not null ? GiveUp(body, fault)
            : length is not { } known ? GiveUp(body, SipFault.BadRequest("A stream needs Content-Length"))
            : known > SipLimits.MessageBytesMax - Math.Min(body, SipLimits.MessageBytesMax)
                ? GiveUp(body, SipFault.TooLarge("The message is too large"))
            : _count < body + known ? null
            : Take(body + known);
    }

    private static SipHeaders HeadersOf(ReadOnlySpan<byte> head)
    {
        var headers = new SipHeaders();
        SipReader.ReadHeaders(SipHead.Lines(head).AsSpan(1), headers);
        return headers;
    }

    private void SkipEmptyLines()
    {
        var skipped = 0;
        while (_searchedBytes == 0 && LengthOfEmptyLine(_bytes.AsSpan(skipped, _count - skipped)) is var length and > 0)
        {
            _pingsCount += length == Ping.Length ? 1 : 0;
            skipped += length;
        }

        Drop(skipped);
    }

    /// <summary>0 before a message, and while it may be the beginning of a keep-alive.</summary>
    private static int LengthOfEmptyLine(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Ping) ? Ping.Length
        : Ping.StartsWith(bytes) ? 0
        : bytes is [(byte)'\r', (byte)'\n', ..] ? 2
        : bytes is [(byte)'\r' or (byte)'\n', ..] ? 1
        : 0;

    private byte[] GiveUp(int headBytes, SipFault fault)
    {
        Fault = fault;
        return Take(headBytes);
    }

    private byte[] Take(int count)
    {
        var message = _bytes.AsSpan(0, count).ToArray();
        Drop(count);
        return message;
    }

    private void Drop(int count)
    {
        if (count == 0)
        {
            return;
        }

        _bytes.AsSpan(count, _count - count).CopyTo(_bytes);
        _count -= count;
        _searchedBytes = 0;
    }
}
