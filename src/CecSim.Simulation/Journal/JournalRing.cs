namespace CecSim.Simulation.Journal;

/// <summary>
/// The newest requests, within limits of number and size. What is dropped is counted, so that nobody takes what is
/// left for all there was. It has a lock of its own: recording must not wait for the space.
/// </summary>
public sealed class JournalRing(JournalSettings settings, bool isOfServer = false)
{
    private readonly Lock _gate = new();
    private readonly JournalEntry?[] _ring = new JournalEntry?[settings.EntriesMax];
    private long _lastNumber;
    private int _oldest;
    private int _count;
    private long _bytes;
    private long _droppedCount;
    private DateTimeOffset? _droppedUntil;

    public JournalSettings Settings { get; } = settings;

    public JournalId TakeId() => new(Interlocked.Increment(ref _lastNumber), isOfServer);

    public void Add(JournalEntry entry)
    {
        var bytes = entry.BytesCount;
        lock (_gate)
        {
            while (_count > 0 && (_count == _ring.Length || _bytes + bytes > Settings.BytesMax))
            {
                DropOldest();
            }

            _ring[PlaceOf(_count)] = entry;
            _count++;
            _bytes += bytes;
        }
    }

    /// <summary>An answer that was taken for sent was not, after all.</summary>
    public void CutShort(JournalId id)
    {
        lock (_gate)
        {
            for (var i = _count - 1; i >= 0; i--)
            {
                var place = PlaceOf(i);
                if (_ring[place]!.Id == id)
                {
                    _ring[place] = _ring[place]! with { IsCutShort = true };
                    return;
                }
            }
        }
    }

    public JournalEntry? Find(JournalId id) => Read().Entries.FirstOrDefault(e => e.Id == id);

    /// <summary>What there is now, in the order of the numbers.</summary>
    public JournalContent Read()
    {
        lock (_gate)
        {
            var entries = new JournalEntry[_count];
            for (var i = 0; i < _count; i++)
            {
                entries[i] = _ring[PlaceOf(i)]!;
            }

            Array.Sort(entries, static (a, b) => a.Id.Number.CompareTo(b.Id.Number));
            return new JournalContent(entries, _droppedCount, _droppedUntil);
        }
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
        var entry = _ring[_oldest]!;
        _ring[_oldest] = null;
        _oldest = PlaceOf(1);
        _count--;
        _bytes -= entry.BytesCount;
        _droppedCount++;
        _droppedUntil = _droppedUntil > entry.At ? _droppedUntil : entry.At;
    }
}
