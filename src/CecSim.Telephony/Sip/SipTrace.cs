using System.Text;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Sip;

/// <summary>
/// The messages of the last calls and registrations as they passed, by their Call-ID: raw and unmasked, and only as
/// many as its limits allow.
/// </summary>
public sealed class SipTrace
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<TracedMessage>> _messages = new(StringComparer.Ordinal);
    private readonly Queue<string> _callIds = [];
    private readonly TimeProvider _clock;
    private readonly SipTraceSettings _settings;
    private readonly HepSender? _hep;
    private long _bytesCount;
    private long _droppedCount;

    /// <param name="hep">Sends them to a capture server too; null for none.</param>
    internal SipTrace(TimeProvider clock, SipTraceSettings settings, HepSender? hep = null) =>
        (_clock, _settings, _hep) = (clock, settings, hep);

    /// <summary>How many messages were forgotten to stay within the limits.</summary>
    public long DroppedCount
    {
        get
        {
            lock (_gate)
            {
                return _droppedCount;
            }
        }
    }

    /// <returns>The messages with a Call-ID, in the order in which they passed; none where it is forgotten.</returns>
    public IReadOnlyList<TracedMessage> MessagesOf(string callId)
    {
        lock (_gate)
        {
            return _messages.TryGetValue(callId, out var kept) ? [.. kept] : [];
        }
    }

    /// <param name="message">Nobody writes to it any more.</param>
    internal void Note(SipFlow flow, bool isIncoming, ReadOnlyMemory<byte> message)
    {
        // Keep-alives and what is no SIP have none.
        if ((_settings.CallIdsMax == 0 && _hep is null) || CallIdOf(message.Span) is not { } callId)
        {
            return;
        }

        _hep?.Send(flow, isIncoming, callId, message.Span);
        if (_settings.CallIdsMax == 0)
        {
            return;
        }

        var traced = new TracedMessage(_clock.GetTimestamp(), isIncoming, flow.Transport, flow.Remote, message)
        {
            Local = flow.Local,
        };
        lock (_gate)
        {
            if (!_messages.TryGetValue(callId, out var kept))
            {
                _messages.Add(callId, kept = new Queue<TracedMessage>());
                _callIds.Enqueue(callId);
            }

            kept.Enqueue(traced);
            _bytesCount += message.Length;
            if (kept.Count > _settings.MessagesPerCallIdMax)
            {
                _bytesCount -= kept.Dequeue().Bytes.Length;
                _droppedCount++;
            }

            while (_callIds.Count > _settings.CallIdsMax || (_bytesCount > _settings.BytesMax && _callIds.Count > 1))
            {
                _messages.Remove(_callIds.Dequeue(), out var oldest);
                _bytesCount -= oldest!.Sum(m => (long)m.Bytes.Length);
                _droppedCount += oldest!.Count;
            }
        }

        _settings.Follower?.Passed(callId, traced);
    }

    private static string? CallIdOf(ReadOnlySpan<byte> message)
    {
        foreach (var range in message.Split((byte)'\n'))
        {
            var line = message[range].TrimEnd((byte)'\r');
            if (line.IsEmpty && range.Start.GetOffset(message.Length) > 0)
            {
                return null;
            }

            if (line.IndexOf((byte)':') is var colon and > 0
                && line[..colon].Trim((byte)' ') is var name
                && (Ascii.EqualsIgnoreCase(name, "Call-ID") || Ascii.EqualsIgnoreCase(name, "i")))
            {
                return Encoding.UTF8.GetString(line[(colon + 1)..].Trim((byte)' '));
            }
        }

        return null;
    }
}

/// <summary>How much a <see cref="SipTrace"/> keeps.</summary>
public sealed record SipTraceSettings
{
    /// <summary>Keeps nothing.</summary>
    public static SipTraceSettings Off { get; } = new() { CallIdsMax = 0 };

    /// <summary>Calls and registrations, by their Call-ID; of more the oldest are forgotten. 0 keeps nothing.</summary>
    public int CallIdsMax { get; init; } = 2_000;

    /// <summary>Messages of one Call-ID; of more the oldest are forgotten.</summary>
    public int MessagesPerCallIdMax { get; init; } = 200;

    /// <summary>All messages together.</summary>
    public long BytesMax { get; init; } = 16 * 1024 * 1024;

    /// <summary>Who is told of each message that is kept; null for nobody.</summary>
    public ISipFollower? Follower { get; init; }
}

/// <summary>Is told of messages as they pass.</summary>
public interface ISipFollower
{
    /// <summary>It may be called under the stack's lock, and must neither wait nor fail.</summary>
    void Passed(string sipCallId, TracedMessage message);
}
