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
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isDisposed;

    /// <param name="tell">Told of each change after it is in force.</param>
    public ScenarioReloading(ScenarioWatch watch, SpaceDirectory spaces, TimeProvider clock, Action<Reload> tell)
    {
        _watch = watch;
        _spaces = spaces;
        _tell = tell;
        _timer = clock.CreateTimer(
            static self => ((ScenarioReloading)self!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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

            if (_watch.Look() is { } reload)
            {
                Apply(reload);
            }

            _timer.Change(Every, Timeout.InfiniteTimeSpan);
        }
    }

    private void Apply(Reload reload)
    {
        foreach (var scenario in reload.Replaced)
        {
            var space = scenario.Space;
            var changed = _spaces.FindByAppKey(space.AppKey)!;
            SpaceLedger.Of(changed).Break("its scenario has changed since it began");
            changed.Replace(space.Calls, space.Faults, space.Scripts);
        }

        _tell(reload);
    }
}
