using CecSim.Simulation.Clock;

namespace CecSim.Simulation.Polls;

/// <summary>
/// Where events wait for polls and polls wait for events: one per user and kind. At most one poll is current and
/// at most one answer with events is on its way, so that events keep their order whatever the client does.
/// </summary>
internal sealed class EventMailbox<TEvent>(Timeline timeline, PollLimits limits, EventTally tally)
{
    private readonly LinkedList<TEvent> _waiting = new();
    private HeldPoll<TEvent>? _current;
    private HeldPoll<TEvent>? _carrying;
    private bool _carriedIsDiscarded;
    private long _pollCount;
    private bool _isClosed;

    /// <summary>Told of each event that no client will ever see.</summary>
    public Action? EventDropped { get; init; }

    public bool HasCurrentPoll => _current is not null;

    public int WaitingCount => _waiting.Count;

    /// <summary>Holds a poll. The poll that was current is released with the empty answer.</summary>
    public HeldPoll<TEvent> Poll()
    {
        if (_current is { } older)
        {
            older.IsSuperseded = true;
            Release(older, []);
        }

        var poll = new HeldPoll<TEvent>(this, ++_pollCount, timeline.Now);
        _current = poll;
        if (_isClosed)
        {
            Release(poll, []);
            return poll;
        }

        Match();
        if (poll.Released is null)
        {
            poll.Deadline = timeline.At(timeline.Now + limits.Hold, "poll hold", () => Release(poll, []));
            timeline.WaitBegins();
        }

        return poll;
    }

    public void Post(TEvent item)
    {
        if (_waiting.Count == limits.CapacityEvents)
        {
            DropOldest();
        }

        _waiting.AddLast(item);
        Match();
    }

    /// <summary>Forgets the events that nobody fetched; those on their way are not offered a second time.</summary>
    public void Discard()
    {
        _carriedIsDiscarded = CarriedCount > 0;
        while (_waiting.Count > CarriedCount)
        {
            _waiting.RemoveLast();
            tally.DiscardedCount++;
            EventDropped?.Invoke();
        }
    }

    /// <summary>Releases the current poll, and every later one at once, with the empty answer.</summary>
    public void Close()
    {
        _isClosed = true;
        Release(_current, []);
    }

    /// <summary>Called from outside the timeline, unlike the rest.</summary>
    public void Settle(HeldPoll<TEvent> poll, bool wasWritten)
    {
        using var turn = timeline.Enter();
        if (poll.IsSettled)
        {
            return;
        }

        Release(poll, []);
        poll.MarkSettled();
        timeline.HandedOver(poll);
        if (_carrying == poll)
        {
            Unload(poll, wasWritten);
        }
    }

    private int CarriedCount => _carrying?.Released?.Count ?? 0;

    private void Unload(HeldPoll<TEvent> poll, bool wasWritten)
    {
        _carrying = null;
        for (var i = 0; (wasWritten || _carriedIsDiscarded) && i < poll.Released!.Count; i++)
        {
            _waiting.RemoveFirst();
            tally.DiscardedCount += wasWritten ? 0 : 1;
        }

        _carriedIsDiscarded = false;

        Match();
    }

    private void Match()
    {
        if (_current is { } poll && _carrying is null && _waiting.Count > 0)
        {
            _carrying = poll;
            Release(poll, [.. _waiting.Take(limits.EventsPerAnswerMax)]);
        }
    }

    private void Release(HeldPoll<TEvent>? poll, IReadOnlyList<TEvent> events)
    {
        if (poll is null || poll.Released is not null)
        {
            return;
        }

        if (poll.Deadline is { } deadline)
        {
            timeline.Cancel(deadline);
            timeline.WaitEnds();
        }

        if (_current == poll)
        {
            _current = null;
        }

        timeline.HandingOver(poll);
        poll.Release(events);
    }

    // Events on their way stand at the front and are not dropped: they may already be with the client.
    private void DropOldest()
    {
        var oldest = _waiting.First;
        for (var i = CarriedCount; i > 0; i--)
        {
            oldest = oldest!.Next;
        }

        if (oldest is not null)
        {
            _waiting.Remove(oldest);
            tally.DroppedCount++;
            EventDropped?.Invoke();
        }
    }
}
