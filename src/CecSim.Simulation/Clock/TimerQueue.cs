namespace CecSim.Simulation.Clock;

/// <summary>
/// What is due in a space, by due time and then by the order of arming, so that one run is every run.
/// Guarded by the space's lock.
/// </summary>
internal sealed class TimerQueue
{
    // Below this many dead entries a sweep costs more than it frees.
    private const int DeadEntriesKept = 256;

    private readonly PriorityQueue<ScheduledTimer, (long DueTicks, long Sequence)> _queue = new();
    private long _sequence;
    private int _deadCount;

    /// <summary>Entries that are still to fire.</summary>
    public int Count => _queue.Count - _deadCount;

    /// <summary>Entries in memory, the cancelled ones that were not swept yet among them.</summary>
    public int HeldCount => _queue.Count;

    /// <param name="name">Not empty: an error that names it must say something.</param>
    /// <param name="isForNow">Armed by an entry that fires, for the moment at which that one fires.</param>
    /// <param name="action">Done at that moment, with the subject.</param>
    public ScheduledTimer Add(
        DateTimeOffset dueAt, bool isForNow, string name, Action<object> action, object subject)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var entry = new ScheduledTimer(dueAt, isForNow, name, action, subject);
        _queue.Enqueue(entry, (dueAt.UtcTicks, _sequence++));
        return entry;
    }

    public void Cancel(ScheduledTimer entry)
    {
        if (entry.IsOver)
        {
            return;
        }

        entry.IsOver = true;
        _deadCount++;
        if (_deadCount > DeadEntriesKept && _deadCount > _queue.Count / 2)
        {
            Sweep();
        }
    }

    public DateTimeOffset? NextDue()
    {
        while (_queue.TryPeek(out var entry, out _))
        {
            if (!entry.IsOver)
            {
                return entry.DueAt;
            }

            _queue.Dequeue();
            _deadCount--;
        }

        return null;
    }

    /// <summary>The first that are to fire, in the order in which they will.</summary>
    public IReadOnlyList<ScheduledTimer> First(int max) =>
    [
        .. _queue.UnorderedItems.Where(i => !i.Element.IsOver).OrderBy(i => i.Priority).Take(max)
            .Select(i => i.Element),
    ];

    /// <summary>Takes the first entry that is due at <paramref name="until"/> or before; null when none is.</summary>
    public ScheduledTimer? TakeDue(DateTimeOffset until)
    {
        if (NextDue() is not { } due || due > until)
        {
            return null;
        }

        var entry = _queue.Dequeue();
        entry.IsOver = true;
        return entry;
    }

    /// <summary>Nothing will fire any more.</summary>
    public void Clear()
    {
        foreach (var (entry, _) in _queue.UnorderedItems)
        {
            entry.IsOver = true;
        }

        _queue.Clear();
        _deadCount = 0;
    }

    // A poll that got its event leaves a dead deadline behind; a busy space must not heap them up.
    private void Sweep()
    {
        var alive = _queue.UnorderedItems.Where(item => !item.Element.IsOver).ToList();
        _queue.Clear();
        _queue.EnqueueRange(alive);
        _deadCount = 0;
    }
}
