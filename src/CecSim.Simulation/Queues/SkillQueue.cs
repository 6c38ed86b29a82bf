using CecSim.Simulation.Agents;

namespace CecSim.Simulation.Queues;

/// <summary>A skill queue as it stands now. Guarded by the timeline.</summary>
internal sealed class SkillQueue(QueueSettings settings, IReadOnlyList<Agent> agents)
{
    public QueueSettings Settings { get; } = settings;

    public IReadOnlyList<Agent> Agents { get; } = agents;

    /// <summary>Who waits, in the order of arrival.</summary>
    public LinkedList<Contact> Waiting { get; } = new();

    /// <returns>From 1; 0 when the contact does not wait here.</returns>
    public int PlaceOf(Contact contact)
    {
        var place = 1;
        for (var node = Waiting.First; node is not null; node = node.Next, place++)
        {
            if (node.Value == contact)
            {
                return place;
            }
        }

        return 0;
    }
}
