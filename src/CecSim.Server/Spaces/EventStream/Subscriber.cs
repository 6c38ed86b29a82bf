using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CecSim.Simulation.SpaceEvents;

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
    private readonly Queue<SpaceEvent> _waiting = new();
    private readonly Channel<bool> _arrivals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private EventsDropped? _dropped;
    private long _bytes;

    public void Take(SpaceEvent item)
    {
        lock (_gate)
        {
            if (_waiting.Count >= WaitingMax || (_waiting.Count > 0 && _bytes + item.BytesCount > WaitingBytesMax))
            {
                _dropped = new EventsDropped(item.At, (_dropped?.Count ?? 0) + 1);
                return;
            }

            TellDropped();
            Enqueue(item);
        }

        _arrivals.Writer.TryWrite(true);
    }

    /// <summary>No event will come any more; those that wait can still be read.</summary>
    public void End() => _arrivals.Writer.TryComplete();

    /// <summary>All events, until there will be no more or the reader has had enough.</summary>
    public async IAsyncEnumerable<SpaceEvent> ReadAsync([EnumeratorCancellation] CancellationToken enough)
    {
        bool goesOn;
        do
        {
            goesOn = await MoreAsync(enough);
            while (!enough.IsCancellationRequested && TryTake(out var item))
            {
                yield return item;
            }
        }
        while (goesOn);
    }

    public void Dispose() => leave(this);

    /// <returns>False when nothing will come any more, or the reader has had enough.</returns>
    private async Task<bool> MoreAsync(CancellationToken enough)
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

    private bool TryTake([NotNullWhen(true)] out SpaceEvent? item)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                TellDropped();
            }

            var isThere = _waiting.TryDequeue(out item);
            _bytes -= item?.BytesCount ?? 0;
            return isThere;
        }
    }

    private void TellDropped()
    {
        if (_dropped is { } dropped)
        {
            _dropped = null;
            Enqueue(dropped);
        }
    }

    private void Enqueue(SpaceEvent item)
    {
        _waiting.Enqueue(item);
        _bytes += item.BytesCount;
    }
}
