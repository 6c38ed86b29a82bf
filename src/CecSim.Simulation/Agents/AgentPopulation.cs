namespace CecSim.Simulation.Agents;

/// <summary>Agents by number, each made from the pattern with a work number, a name and accounts of its own.</summary>
/// <param name="Pattern">Its work number is the first one's; the others follow.</param>
public sealed record AgentPopulation(int Count, AgentSettings Pattern)
{
    public const int CountMax = 10_000;
}
