using CecSim.Guarding;
using CecSim.Scenarios.Reloading;
using CecSim.Server.Snapshots;

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
    private readonly Func<SpaceSettings, SpaceSettings> _settle;
    private readonly Action<Reload> _tell;
    private readonly Dictionary<string, HostedSpace?> _ofFiles;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isDisposed;

    /// <param name="settle">What holds for the spaces of all files, whatever they say.</param>
    /// <param name="tell">Told of each change after it is in force.</param>
    public ScenarioReloading(
        ScenarioWatch watch,
        SpaceDirectory spaces,
        TimeProvider clock,
        Guard guard,
        Func<SpaceSettings, SpaceSettings> settle,
        Action<Reload> tell)
    {
        _watch = watch;
        _spaces = spaces;
        _settle = settle;
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

        notes.AddRange(reload.Removed.Select(Remove));
        notes.AddRange(reload.Added.Select(Add));
        _tell(reload with { Notes = [.. notes, .. reload.Notes] });
    }

    private string Add(Scenario scenario)
    {
        var settings = _settle(scenario.Space);
        var (hosted, why) = _spaces.Add(scenario.Name, settings, _spaces.Clock);
        _ofFiles[scenario.File] = hosted;
        return hosted is null
            ? $"{scenario.File}: no new space: {WhyNot(why, settings)}"
            : $"{scenario.File}: the new space {hosted.Name} answers to the app_key {settings.AppKey}";
    }

    private string Remove(string file)
    {
        _ofFiles.Remove(file, out var hosted);
        return hosted is not null && _spaces.Find(hosted.Name) == hosted && _spaces.Remove(hosted.Name)
            ? $"{file}: is gone, and so is its space {hosted.Name}"
            : $"{file}: is gone, as its space was before";
    }

    private static string WhyNot(SpaceRefusal why, SpaceSettings settings) => why switch
    {
        SpaceRefusal.NameTaken => $"another is called {settings.Name}",
        SpaceRefusal.CredentialsTaken => $"another has the app_key {settings.AppKey}",
        SpaceRefusal.TooManySpaces => $"there are {SpaceDirectory.SpacesMax} already",
        SpaceRefusal.CannotBeKept => "there is no room where spaces are kept",
        SpaceRefusal.TooManyAgents => $"all spaces together have at most {SpaceDirectory.AgentsMax} agents",
    };

    // Whoever made another space with the credentials of one that was deleted did not mean this file.
    private bool Replace(Scenario scenario)
    {
        if (_ofFiles.GetValueOrDefault(scenario.File) is not { } hosted || _spaces.Find(hosted.Name) != hosted)
        {
            return false;
        }

        var space = scenario.Space;
        hosted.Space.Reload(space);
        return true;
    }
}
