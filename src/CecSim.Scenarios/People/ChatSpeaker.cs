namespace CecSim.Scenarios;

/// <summary>Who writes to the customer.</summary>
public enum ChatSpeaker
{
    Robot,
    Agent,
}
