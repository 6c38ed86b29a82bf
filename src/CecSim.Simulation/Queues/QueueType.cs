namespace CecSim.Simulation.Queues;

/// <summary>What a skill queue handles (Connection Bar, table 4-2).</summary>
public enum QueueType
{
    Voice,
    Multimedia,
    Video,
    VoiceClickToDial,
    VideoClickToDial,
}
