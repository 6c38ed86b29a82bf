using CecSim.Guarding;
using CecSim.Scenarios;
using CecSim.Scenarios.Reloading;
using CecSim.Server.Moments;

namespace CecSim.Server.Spaces;

/// <summary>
/// Looks at scenario files twice a second and gives running spaces what has changed. By looking only, without notices
/// of the operating system: they do not come through bind mounts and network drives, and one way is enough.
/// </summary>
public sealed class ScenarioReloading : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly ScenarioWatch _watch;
    private readonly SpaceDirectory _spaces;
    private readonly Action<Reload> _tell;
    private readonly Dictionary<string, HostedSpace?> _ofFiles;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isDisposed;

    /// <param name="tell">Told of each change after it is in force.</param>
    public ScenarioReloading(ScenarioWatch watch, SpaceDirectory spaces, TimeProvider clock, Guard guard, Action<Reload> tell)
    {
        _watch = watch;
        _spaces = spaces;
        _tell = tell;
        _ofFiles = watch.Loaded.Scenarios.ToDictionary(s => s.File, s => spaces.Find(s.Space.Name));
        _timer = guard.CreateTimer(clock, "look at scenario files", Look);
        _timer.Change(Every, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    // Armed again only when it is done: a slow drive must not let looks overtake each other.
    private void Look()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            try
            {
                if (_watch.Look() is { } reload)
                {
                    Apply(reload);
                }
            }
            finally
            {
                _timer.Change(Every, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Apply(Reload reload)
    {
        var notes = new List<string>();
        foreach (var (scenario, note) in reload.Replaced)
        {
            var isThere = Replace(scenario);
            notes.Add(isThere ? note : $"{scenario.File}: its space was deleted; restart needed to have it again");
        }

        _tell(reload with { Notes = [.. notes, .. reload.Notes] });
    }

    // Whoever made another space with the credentials of one that was deleted did not mean this file.
    private bool Replace(Scenario scenario)
    {
        if (_ofFiles.GetValueOrDefault(scenario.File) is not { } hosted || _spaces.Find(hosted.Name) != hosted)
        {
            return false;
        }

        var space = scenario.Space;
        SpaceLedger.Of(hosted.Space).Break("its scenario has changed since it began");
        hosted.Space.Replace(space.Calls, space.Faults, space.Scripts);
        return true;
    }
}
