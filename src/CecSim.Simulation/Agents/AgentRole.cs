namespace CecSim.Simulation.Agents;

/// <summary>Platform Role (Connection Bar, table 4-4). A quality checker is given no calls.</summary>
public enum AgentRole
{
    Common,
    QualityChecker,
    Callout,
}
