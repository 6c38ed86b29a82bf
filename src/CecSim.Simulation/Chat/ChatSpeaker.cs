namespace CecSim.Simulation.Chat;

/// <summary>Who writes to a customer of its own accord.</summary>
public enum ChatSpeaker
{
    Robot,
    Agent,
}
