using CecSim.Simulation.Breakpoints;

namespace CecSim.Simulation.Polls;

/// <summary>
/// Where events wait for polls and polls wait for events: one per user and kind. At most one poll is current and
/// at most one answer with events is on its way, so that events keep their order whatever the client does.
/// </summary>
internal sealed partial class EventMailbox<TEvent>(SpaceScheduler scheduler, PollLimits limits, EventCounters tally)
{
    private readonly LinkedList<Item> _waiting = new();
    private HeldPoll<TEvent>? _current;
    private HeldPoll<TEvent>? _carrying;
    private bool _carriedIsDiscarded;
    private bool _isClosed;
    private bool _letsNextGo;

    /// <summary>What strikes the first event of the next answer; asked once for each event.</summary>
    public Func<IReadOnlyList<EventFault>> Faults { get; init; } = static () => [];

    /// <summary>Where its events stand that a fault has paused; null where none can.</summary>
    public EventBreakpoint? Breakpoint { get; init; }

    /// <summary>Told of each event that a client could have fetched and will never see.</summary>
    public Action? EventDropped { get; init; }

    /// <summary>Told when a poll begins to wait, and when it waits no more.</summary>
    public Action<HeldPoll<TEvent>>? WaitChanged { get; init; }

    public SpaceScheduler Time => scheduler;

    public bool HasCurrentPoll => _current is not null;

    public int WaitingCount => _waiting.Count;

    /// <summary>How many polls <see cref="Held"/> has.</summary>
    public int HeldCount => (_current is null ? 0 : 1) + (_carrying is null ? 0 : 1);

    /// <summary>The poll that waits, and the one whose answer is on its way.</summary>
    public IEnumerable<HeldPoll<TEvent>> Held =>
        from poll in (HeldPoll<TEvent>?[])[_current, _carrying]
        where poll is not null
        select poll;

    /// <summary>Holds a poll. The poll that was current is released with the empty answer.</summary>
    public HeldPoll<TEvent> Poll()
    {
        Supersede();
        var poll = new HeldPoll<TEvent>(this, ++tally.PollsCount, scheduler.Now);
        _current = poll;
        if (_isClosed)
        {
            Release(poll, []);
            return poll;
        }

        var letsGo = _letsNextGo;
        _letsNextGo = false;
        Match();
        if (letsGo)
        {
            Release(poll, []);
        }

        if (poll.Released is null)
        {
            poll.Deadline = scheduler.At(
                scheduler.Now + limits.Hold, "poll hold", static p => ((IHeldPoll)p).ReleaseEmpty(), poll);
            scheduler.WaitBegins();
            WaitChanged?.Invoke(poll);
        }

        return poll;
    }

    /// <summary>A newer poll has come: the one that is current gets the empty answer.</summary>
    public void Supersede()
    {
        if (_current is { } older)
        {
            older.IsSuperseded = true;
            Release(older, []);
        }
    }

    public void Post(TEvent item)
    {
        // A fault may have made a copy on top of a full mailbox.
        if (_waiting.Count >= limits.CapacityEvents)
        {
            DropOldest();
        }

        _waiting.AddLast(new Item(item, IsStruck: false));
        LetOvertake();
        Match();
    }

    /// <summary>Forgets the events that nobody fetched; those on their way are not offered a second time.</summary>
    public void Discard()
    {
        var wasKept = IsKept;
        EndHandingOver();
        _carriedIsDiscarded = CarriedCount > 0;
        while (_waiting.Count > CarriedCount)
        {
            _waiting.RemoveLast();
            tally.DiscardedCount++;
            TellDropped(wasKept);
        }
    }

    /// <summary>Gives a poll that still waits the empty answer.</summary>
    public void ReleaseEmpty(HeldPoll<TEvent> poll) => Release(poll, []);

    /// <summary>Forgets the events that nobody fetched; the next poll that finds none does not wait for any.</summary>
    public void LetNextGo()
    {
        Discard();
        _letsNextGo = true;
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
        using var lockScope = scheduler.Enter();
        if (poll.IsSettled)
        {
            return;
        }

        Release(poll, []);
        poll.MarkSettled();
        scheduler.HandedOver(poll);
        if (_carrying == poll)
        {
            Unload(poll, wasWritten);
        }
    }

    /// <summary>Called from outside the timeline, as <see cref="Settle"/> is.</summary>
    public void ExcludeFromAutoAdvance(HeldPoll<TEvent> poll)
    {
        using var lockScope = scheduler.Enter();
        scheduler.HandedOver(poll);
        poll.NeedNotBeAwaited();
    }

    private int CarriedCount => _carrying?.Released?.Count ?? 0;

    private void Unload(HeldPoll<TEvent> poll, bool wasWritten)
    {
        _carrying = null;
        for (var i = 0; (wasWritten || _carriedIsDiscarded) && i < poll.Released!.Count; i++)
        {
            _waiting.RemoveFirst();
            tally.DiscardedCount += wasWritten ? 0 : 1;
            tally.LostCount += wasWritten && poll.IsAnswerLost ? 1 : 0;
        }

        _carriedIsDiscarded = false;

        Match();
    }

    private void Match()
    {
        while (_current is { } poll && _carrying is null && _waiting.Count > 0 && !IsKept)
        {
            if (TakeStrike() is { } fault)
            {
                poll.Struck(fault);
                fault.Strike(this);
                continue;
            }

            poll.IsAnswerLost = _losesAnswer;
            EndHandingOver();
            _carrying = poll;
            Release(poll, TakeFirst());
        }
    }

    private TEvent[] TakeFirst()
    {
        var events = new TEvent[Math.Min(_waiting.Count, limits.EventsPerAnswerMax)];
        var item = _waiting.First;
        for (var i = 0; i < events.Length; i++, item = item.Next)
        {
            events[i] = item!.Value.Event;
        }

        return events;
    }

    private void Release(HeldPoll<TEvent>? poll, IReadOnlyList<TEvent> events)
    {
        if (poll is null || poll.Released is not null)
        {
            return;
        }

        if (poll.Deadline is { } deadline)
        {
            scheduler.Cancel(deadline);
            scheduler.WaitEnds();
        }

        if (_current == poll)
        {
            _current = null;
        }

        scheduler.HandingOver(poll);
        poll.Release(events, scheduler.Now);
        if (poll.Deadline is not null)
        {
            WaitChanged?.Invoke(poll);
        }
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
            var wasKept = IsKept;
            if (_paused is not null && oldest == _waiting.First)
            {
                // Whoever lets it go, or drops it, must not mean the one behind it.
                EndHandingOver();
            }

            _waiting.Remove(oldest);
            tally.DroppedCount++;
            TellDropped(wasKept);
        }
    }

    // No client could have fetched it.
    private void TellDropped(bool wasKept)
    {
        if (!wasKept)
        {
            EventDropped?.Invoke();
        }
    }

    /// <param name="IsStruck">Faults have had their turn, once and for all; a copy that one made is born so.</param>
    private readonly record struct Item(TEvent Event, bool IsStruck);
}

/// <summary>How much waits, and for how long.</summary>
/// <param name="Hold">How long a poll waits for an event.</param>
/// <param name="EventsPerAnswerMax">How many events one answer carries.</param>
/// <param name="CapacityEvents">How many events wait for a poll; then the oldest are dropped and counted.</param>
internal sealed record PollLimits(TimeSpan Hold, int EventsPerAnswerMax, int CapacityEvents);

/// <summary>What a long poll brings, whatever its kind.</summary>
public interface IClientEvent
{
    /// <summary>When it began to wait for a poll.</summary>
    DateTimeOffset At { get; }

    /// <summary>Nothing comes after it until the customer begins anew.</summary>
    bool IsFinal { get; }
}
