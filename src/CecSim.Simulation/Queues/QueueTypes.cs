using CecSim.Simulation.Agents;

namespace CecSim.Simulation.Queues;

/// <summary>Which agents can serve which queues (Connection Bar, table 4-4).</summary>
public static class QueueTypes
{
    public static bool Suits(this AgentType agent, QueueType queue) => (agent, queue) switch
    {
        (AgentType.Versatile, _) => true,
        (AgentType.Multimedia, QueueType.Multimedia) => true,
        (AgentType.Multimedia, _) => false,
        (_, QueueType.Multimedia) => false,
        (AgentType.Video, _) => true,
        (AgentType.Voice, QueueType.Voice or QueueType.VoiceClickToDial) => true,
        (AgentType.Voice, _) => false,
    };
}
