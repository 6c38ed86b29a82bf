namespace CecSim.Simulation.Chat;

/// <summary>Who a message comes from: <c>sourceType</c> of poll (API reference).</summary>
public enum ChatSource
{
    Agent,
    Robot,
    System,
}
