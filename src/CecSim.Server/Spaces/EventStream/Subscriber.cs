using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace CecSim.Server.Spaces.EventStream;

/// <summary>
/// One reader of a space's events. What it is too slow for is dropped, the newest first, and told in its place: a space
/// does not wait for its readers.
/// </summary>
internal sealed class Subscriber(Action<Subscriber> leave) : IDisposable
{
    public const int WaitingMax = 1_000;

    /// <summary>Of what waits, roughly as it lies in memory: the bodies of requests may be long.</summary>
    public const long WaitingBytesMax = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<FollowedEvent> _waiting = new();
    private readonly Channel<bool> _arrivals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private EventsDropped? _dropped;
    private long _bytes;

    public void Take(FollowedEvent item)
    {
        lock (_gate)
        {
            if (_waiting.Count >= WaitingMax
                || (_waiting.Count > 0 && _bytes + item.Event.BytesCount > WaitingBytesMax))
            {
                _dropped = new EventsDropped(item.Event.At, (_dropped?.Count ?? 0) + 1);
                return;
            }

            TellDropped();
            Enqueue(item);
        }

        _arrivals.Writer.TryWrite(true);
    }

    /// <summary>No event will come any more; those that wait can still be read.</summary>
    public void End() => _arrivals.Writer.TryComplete();

    public void Dispose() => leave(this);

    /// <summary>Waits until there is something to take.</summary>
    /// <returns>
    /// False when nothing will come any more, but for what can be taken now, or the reader has had enough.
    /// </returns>
    public async Task<bool> WaitAsync(CancellationToken enough)
    {
        try
        {
            return await _arrivals.Reader.WaitToReadAsync(enough) && _arrivals.Reader.TryRead(out _);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public bool TryTake([NotNullWhen(true)] out FollowedEvent? item)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                TellDropped();
            }

            var isThere = _waiting.TryDequeue(out item);
            _bytes -= item?.Event.BytesCount ?? 0;
            return isThere;
        }
    }

    private void TellDropped()
    {
        if (_dropped is { } dropped)
        {
            _dropped = null;
            Enqueue(new FollowedEvent(dropped));
        }
    }

    private void Enqueue(FollowedEvent item)
    {
        _waiting.Enqueue(item);
        _bytes += item.Event.BytesCount;
    }
}
