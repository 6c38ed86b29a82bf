namespace CecSim.Simulation.Supervision;

/// <summary>How a quality checker takes part in the call of an agent (Connection Bar, table 4-4).</summary>
public enum SupervisionMode
{
    /// <summary>It hears both, and neither hears it.</summary>
    Listen,

    /// <summary>All three hear each other.</summary>
    Insert,

    /// <summary>It has the customer in the agent's place.</summary>
    Intercept,
}
