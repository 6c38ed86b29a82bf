namespace CecSim.Simulation.Channels;

/// <summary>Who takes a new text session of a channel.</summary>
public enum ChannelService
{
    Human,

    /// <summary>A robot, until the customer asks for an agent by TRANS2AGENT.</summary>
    Robot,
}
