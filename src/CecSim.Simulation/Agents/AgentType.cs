namespace CecSim.Simulation.Agents;

/// <summary>Which businesses an agent can process (Connection Bar, table 4-4).</summary>
public enum AgentType
{
    Voice,
    Video,
    Multimedia,
    Versatile,
}
