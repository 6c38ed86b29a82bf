using CecSim.Scenarios;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Spaces;

namespace CecSim.Server.Spaces;

/// <summary>The spaces of this server, found by what CEC clients send anyway: the app key.</summary>
public sealed class SpaceDirectory : IDisposable
{
    private readonly Dictionary<string, Space> _byAppKey;

    public SpaceDirectory(IEnumerable<SpaceSettings> settings, TimeProvider real, ClockSettings clock)
    {
        var words = new ChatWords();
        All = [.. settings.Select(s => new Space(AgentPopulations.Fill(s), real, clock, words))];
        _byAppKey = All.ToDictionary(s => s.Settings.AppKey);
    }

    public IReadOnlyList<Space> All { get; }

    /// <summary>Whose wording is used where a request names no space.</summary>
    public Space First => All[0];

    public Space? FindByAppKey(string appKey) => _byAppKey.GetValueOrDefault(appKey);

    public void Dispose()
    {
        foreach (var space in All)
        {
            space.Dispose();
        }
    }
}
