using CecSim.Simulation.Spaces;

namespace CecSim.Scenarios;

/// <summary>One story: the space to build, with the fate of its calls and what goes wrong in it.</summary>
/// <param name="About">One sentence for people who choose among many.</param>
public sealed record Scenario(string File, string Name, string About, SpaceSettings Space);
