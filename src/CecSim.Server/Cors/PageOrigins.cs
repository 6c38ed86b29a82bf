using CecSim.Simulation.Journal;

namespace CecSim.Server.Cors;

/// <summary>
/// Which spaces pages have called, by their origin, and preflights of which only the request that follows will tell the
/// space. The oldest are forgotten first.
/// </summary>
internal sealed class PageOrigins
{
    private const int OriginsMax = 1_000;
    private const int SpacesOfOriginMax = 1_000;
    private const int PreflightsMax = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<string>> _spaces = new(StringComparer.Ordinal);
    private readonly Queue<string> _origins = [];
    private readonly LinkedList<Preflight> _preflights = [];

    /// <summary>The app keys of those that pages of the origin have called, the latest last.</summary>
    public IReadOnlyList<string> SpacesOf(string origin)
    {
        lock (_gate)
        {
            return _spaces.TryGetValue(origin, out var called) ? [.. called] : [];
        }
    }

    public void Asked(string origin, string method, string path, JournalDraft draft)
    {
        lock (_gate)
        {
            if (_preflights.Count == PreflightsMax)
            {
                _preflights.RemoveFirst();
            }

            _preflights.AddLast(new Preflight(origin, method, path, draft));
        }
    }

    /// <summary>A page calls a space: what its browser asked for before belongs into that space's journal.</summary>
    public void Met(string origin, Space space, string method, string path)
    {
        Preflight? asked;
        lock (_gate)
        {
            Remember(origin, space.Settings.AppKey);
            asked = _preflights.FirstOrDefault(p => p.Origin == origin && p.Method == method && p.Path == path);
            if (asked is not null)
            {
                _preflights.Remove(asked);
            }
        }

        if (asked is not null)
        {
            space.Record(asked.Draft.In(space.Journal.TakeId(), space.Time.ReadNow(), space.Masking));
        }
    }

    private void Remember(string origin, string appKey)
    {
        if (!_spaces.TryGetValue(origin, out var called))
        {
            if (_origins.Count == OriginsMax)
            {
                _spaces.Remove(_origins.Dequeue());
            }

            _origins.Enqueue(origin);
            _spaces[origin] = called = [];
        }

        if (called is [.., var last] && last == appKey)
        {
            return;
        }

        called.Remove(appKey);
        if (called.Count == SpacesOfOriginMax)
        {
            called.RemoveAt(0);
        }

        called.Add(appKey);
    }

    private sealed record Preflight(string Origin, string Method, string Path, JournalDraft Draft);
}
