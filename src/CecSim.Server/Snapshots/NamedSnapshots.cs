using System.Diagnostics.CodeAnalysis;

namespace CecSim.Server.Snapshots;

/// <summary>The snapshots that a server keeps for as long as it runs.</summary>
internal sealed class NamedSnapshots
{
    public const int CountMax = 100;

    public const long BytesMax = 256 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly List<NamedSnapshot> _all = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<NamedSnapshot> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public NamedSnapshot? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <returns>False when there is no room for it, or its name is taken.</returns>
    public bool TryAdd(NamedSnapshot saved, [NotNullWhen(false)] out SnapshotRefusal? why)
    {
        lock (_gate)
        {
            why = _all.Any(s => s.Name == saved.Name) ? SnapshotRefusal.NameTaken
                : _all.Count >= CountMax || _all.Sum(s => s.Bytes) + saved.Bytes > BytesMax ? SnapshotRefusal.NoRoom
                : null;
            if (why is null)
            {
                _all.Add(saved);
            }

            return why is null;
        }
    }

    /// <returns>False when there is none of that name.</returns>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            return _all.RemoveAll(s => s.Name == name) > 0;
        }
    }
}

/// <param name="SavedAt">In real time.</param>
/// <param name="Bytes">What it weighs as JSON.</param>
internal sealed record NamedSnapshot(string Name, SpaceSnapshot Snapshot, DateTimeOffset SavedAt, long Bytes);

internal enum SnapshotRefusal
{
    NameTaken,
    NoRoom,
}
