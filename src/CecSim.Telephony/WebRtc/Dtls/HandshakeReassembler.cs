using System.Diagnostics.CodeAnalysis;

namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>
/// Puts messages together from fragments and hands them out in order: RFC 6347 sections 4.2.2 and 4.2.3.
/// </summary>
internal sealed class HandshakeReassembler
{
    /// <summary>
    /// A hello with a post-quantum key share has about 1,700 bytes, a long certificate some thousands.
    /// </summary>
    public const int MessageLengthMax = 16 * 1024;

    /// <summary>No flight has more messages, so what lies further ahead is not from this handshake.</summary>
    private const int MessagesAheadMax = 8;

    private readonly Dictionary<int, PartialMessage> _partial = [];
    private readonly Dictionary<int, int> _epochs = [];
    private int _next;

    /// <summary>
    /// False when the fragment was of a message that is already read, so that the peer repeats itself.
    /// </summary>
    public bool Add(ReadOnlySpan<byte> content, int epoch)
    {
        var isNew = true;
        var reader = new ByteReader(content);
        while (reader.Left > 0)
        {
            var type = (HandshakeType)reader.U8();
            var length = reader.U24();
            var sequence = reader.U16();
            var offset = reader.U24();
            var piece = reader.Take(reader.U24());
            if (reader.Overrun || length > MessageLengthMax || offset + piece.Length > length)
            {
                break;
            }

            isNew &= sequence >= _next;
            if (sequence >= _next && sequence < _next + MessagesAheadMax)
            {
                Add(type, length, sequence, offset, piece);
                _epochs[sequence] = epoch;
            }
        }

        return isNew;
    }

    public bool TryTake([NotNullWhen(true)] out HandshakeMessage? message)
    {
        message = null;
        if (!_partial.TryGetValue(_next, out var partial) || !partial.IsComplete)
        {
            return false;
        }

        message = new HandshakeMessage(partial.Type, (ushort)_next, _epochs[_next], partial.Body);
        _partial.Remove(_next);
        _epochs.Remove(_next);
        _next++;
        return true;
    }

    private void Add(HandshakeType type, int length, int sequence, int offset, ReadOnlySpan<byte> piece)
    {
        if (!_partial.TryGetValue(sequence, out var partial))
        {
            _partial[sequence] = partial = new PartialMessage(type, length);
        }

        if (partial.Type == type && partial.Body.Length == length)
        {
            partial.Add(offset, piece);
        }
    }
}
