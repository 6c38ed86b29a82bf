namespace CecSim.Simulation.Journal;

/// <summary>
/// The newest requests, within limits of number and size. What is dropped is counted, so that nobody takes what is
/// left for all there was. It has a lock of its own, and masks when it is read: recording must be cheap.
/// </summary>
public sealed class JournalRing(JournalSettings settings, bool isOfServer = false)
{
    private readonly Lock _gate = new();
    private readonly JournalDraft?[] _ring = new JournalDraft?[settings.EntriesMax];
    private long _lastNumber;
    private int _oldest;
    private int _count;
    private long _bytes;
    private long _droppedCount;
    private DateTimeOffset? _droppedUntil;

    public JournalSettings Settings { get; } = settings;

    /// <summary>Since it began or was cleared.</summary>
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

    /// <summary>Requests that it ever had a number for: those under way and those that were dropped too.</summary>
    public long RequestsCount => Interlocked.Read(ref _lastNumber);

    public JournalId TakeId() => new(Interlocked.Increment(ref _lastNumber), isOfServer);

    public void Add(JournalDraft draft)
    {
        var bytes = draft.BytesCount;
        lock (_gate)
        {
            while (_count > 0 && (_count == _ring.Length || _bytes + bytes > Settings.BytesMax))
            {
                DropOldest();
            }

            _ring[PlaceOf(_count)] = draft;
            _count++;
            _bytes += bytes;
        }
    }

    /// <summary>Marks an answer that was taken for sent and was not, after all.</summary>
    /// <returns>The entry as it is now; null where it was dropped already.</returns>
    public JournalDraft? CutShort(JournalId id)
    {
        lock (_gate)
        {
            for (var i = _count - 1; i >= 0; i--)
            {
                if (_ring[PlaceOf(i)] is { } draft && draft.Id == id)
                {
                    draft.IsCutShort = true;
                    return draft;
                }
            }

            return null;
        }
    }

    public JournalEntry? Find(JournalId id) => Read().Entries.FirstOrDefault(e => e.Id == id);

    /// <summary>What there is now, in the order of the numbers.</summary>
    public JournalContent Read()
    {
        JournalDraft[] drafts;
        (long Count, DateTimeOffset? Until) dropped;
        lock (_gate)
        {
            drafts = new JournalDraft[_count];
            for (var i = 0; i < _count; i++)
            {
                drafts[i] = _ring[PlaceOf(i)]!;
            }

            dropped = (_droppedCount, _droppedUntil);
        }

        Array.Sort(drafts, static (a, b) => a.Id.Number.CompareTo(b.Id.Number));
        return new JournalContent([.. drafts.Select(d => d.Read())], dropped.Count, dropped.Until);
    }

    /// <summary>Forgets everything, and that anything was ever dropped. Numbers go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Array.Clear(_ring);
            (_oldest, _count, _bytes, _droppedCount, _droppedUntil) = (0, 0, 0, 0, null);
        }
    }

    private int PlaceOf(int index) => (_oldest + index) % _ring.Length;

    private void DropOldest()
    {
        var draft = _ring[_oldest]!;
        _ring[_oldest] = null;
        _oldest = PlaceOf(1);
        _count--;
        _bytes -= draft.BytesCount;
        _droppedCount++;
        _droppedUntil = _droppedUntil > draft.At ? _droppedUntil : draft.At;
    }
}
