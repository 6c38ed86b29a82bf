namespace CecSim.Simulation.Queues;

/// <summary>A skill queue as it stands now. Guarded by the timeline.</summary>
internal sealed class SkillQueue(QueueSettings settings, IReadOnlyList<Agent> agents)
{
    public QueueSettings Settings { get; } = settings;

    public IReadOnlyList<Agent> Agents { get; } = agents;

    /// <summary>Who waits, in the order of arrival.</summary>
    public LinkedList<Contact> Waiting { get; } = new();

    /// <summary>It waits here from now on, behind all that came before it.</summary>
    public void Add(Contact contact)
    {
        var before = Waiting.Last;
        while (before?.Value.Ticket > contact.Ticket)
        {
            before = before.Previous;
        }

        if (before is null)
        {
            Waiting.AddFirst(contact);
        }
        else
        {
            Waiting.AddAfter(before, contact);
        }
    }

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

/// <summary>A skill queue as it stood at one moment.</summary>
/// <param name="Waiting">In the order of arrival.</param>
/// <param name="OnDutyCount">Of its agents, those who are signed in and take contacts.</param>
/// <param name="IdleCount">Of these, those who are idle.</param>
public sealed record QueueView(
    QueueSettings Settings, IReadOnlyList<WaitingView> Waiting, int OnDutyCount, int IdleCount);

/// <summary>Someone who waits in a queue.</summary>
/// <param name="IsChat">A text session; else a call.</param>
/// <param name="DueAt">The end of its patience.</param>
public sealed record WaitingView(User User, bool IsChat, DateTimeOffset Since, DateTimeOffset DueAt);
