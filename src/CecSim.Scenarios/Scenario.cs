using CecSim.Scenarios.Reloading;

namespace CecSim.Scenarios;

/// <summary>One story: the space to build, with the fate of its calls and what goes wrong in it.</summary>
/// <param name="About">One sentence for people who choose among many; empty where the file has none.</param>
public sealed record Scenario(string File, string Name, string About, SpaceSettings Space)
{
    /// <summary>What the file says of each key, so that a later version of it can be compared.</summary>
    internal KeyTexts Keys { get; init; } = KeyTexts.None;
}
