namespace CecSim.Scenarios.Reloading;

/// <summary>
/// Scenario files while their spaces run. It has no timer of its own: whoever owns it looks from time to time.
/// </summary>
public sealed class ScenarioWatch
{
    private readonly Func<string> _look;
    private readonly Func<ScenarioLoad> _load;
    private readonly List<Running> _running;
    private FileWatcher _fileWatcher;

    internal ScenarioWatch(Func<string> look, Func<ScenarioLoad> load)
    {
        _look = look;
        _load = load;

        // The look comes first: what changes while the files are read is then seen at the next one.
        _fileWatcher = new FileWatcher(look());
        Loaded = load();
        _running = [.. Loaded.Scenarios.Select(s => new Running(s, s))];
    }

    /// <summary>What the files said at first.</summary>
    public ScenarioLoad Loaded { get; }

    public static ScenarioWatch Start(IReadOnlyList<string> paths) =>
        new(() => FileSnapshot.At(paths), () => ScenarioFiles.Load(paths));

    /// <summary>Looks at the files once.</summary>
    /// <returns>Null when there is nothing to do.</returns>
    public Reload? Look()
    {
        _fileWatcher = _fileWatcher.See(_look());
        if (!_fileWatcher.IsStable)
        {
            return null;
        }

        var load = _load();
        if (!_fileWatcher.Believes(isSound: load.Complaints.Count == 0) || _look() != _fileWatcher.Seen)
        {
            return null;
        }

        _fileWatcher = _fileWatcher.Act();
        return Compare(load);
    }

    private Reload Compare(ScenarioLoad load)
    {
        var replaced = new List<Replacement>();
        var added = new List<Scenario>();
        foreach (var scenario in load.Scenarios)
        {
            var index = _running.FindIndex(r => r.Started.File == scenario.File);
            if (index < 0)
            {
                _running.Add(new Running(scenario, scenario));
                added.Add(scenario);
                continue;
            }

            var running = _running[index];
            if (scenario.Keys.ChangedSince(running.Last.Keys).Count > 0)
            {
                _running[index] = running with { Last = scenario };
                replaced.Add(new Replacement(running.Take(scenario), running.Note(scenario)));
            }
        }

        var removed = RemovedIn(load);
        _running.RemoveAll(r => removed.Contains(r.Started.File));
        var complaints = load.Complaints.Where(c => !removed.Contains(c.File)).ToList();
        return new Reload(replaced, [], complaints) { Added = added, Removed = removed };
    }

    // A folder that cannot be looked into, as when it is no longer mounted, has lost nothing.
    private List<string> RemovedIn(ScenarioLoad load)
    {
        var files = _running.Select(r => r.Started.File).ToList();
        if (load.Missing.Except(files).Any())
        {
            return [];
        }

        var known = load.Scenarios.Select(s => s.File).Concat(load.Complaints.Select(c => c.File)).Except(load.Missing);
        return [.. files.Except(known)];
    }

    /// <param name="Started">What the space was built from.</param>
    /// <param name="Last">What its file last said when it was sound.</param>
    private sealed record Running(Scenario Started, Scenario Last)
    {
        public Scenario Take(Scenario next) => Started with
        {
            Space = Started.Space with
            {
                Scripts = next.Space.Scripts,
                Calls = next.Space.Calls,
                Faults = next.Space.Faults,
            },
        };

        public string Note(Scenario next)
        {
            var fixedKeys = next.Keys.FixedChangedSince(Started.Keys);
            return fixedKeys.Count == 0
                ? $"{next.File}: in force for new calls"
                : $"{next.File}: restart needed for {string.Join(", ", fixedKeys)}; the rest is in force for new calls";
        }
    }
}
