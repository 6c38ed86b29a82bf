using System.Collections.ObjectModel;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Outbound;

namespace CecSim.Scenarios;

/// <summary>What a file says, in the order in which it says it; most of it ends up in the space.</summary>
internal sealed record ScenarioContent
{
    public string Name { get; init; } = "";

    public string About { get; init; } = "";

    public Profile Profile { get; init; } = Profile.Default;

    public ulong Seed { get; init; } = new SpaceSettings().Seed;

    public SpaceSettings Space { get; init; } = new();

    public IReadOnlyDictionary<string, Script> Scripts { get; init; } = ReadOnlyDictionary<string, Script>.Empty;

    public IReadOnlyDictionary<string, IvrFlow> Ivr { get; init; } = ReadOnlyDictionary<string, IvrFlow>.Empty;

    public IReadOnlyList<CallRule> Calls { get; init; } = [];

    public IReadOnlyList<OutboundRule> Outbound { get; init; } = [];

    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    public Scenario ToScenario(string file)
    {
        var space = Space with
        {
            Name = Name,
            Profile = Profile,
            Seed = Seed,
            Scripts = Scripts,
            Ivr = Ivr,
            Calls = Calls,
            Outbound = Outbound,
            Faults = Faults,
        };
        return new Scenario(file, Name, About, space);
    }
}
