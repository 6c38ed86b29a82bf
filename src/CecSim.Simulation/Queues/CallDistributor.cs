namespace CecSim.Simulation.Queues;

/// <summary>Brings contacts and agents together: the automatic call distribution of a space.</summary>
internal sealed class CallDistributor(SpaceScheduler scheduler, IReadOnlyList<SkillQueue> queues)
{
    private readonly Dictionary<string, SkillQueue> _byName = queues.ToDictionary(q => q.Settings.Name);
    private readonly ILookup<Agent, SkillQueue> _byAgent =
        queues.SelectMany(q => q.Agents, (Queue, Agent) => (Queue, Agent)).ToLookup(p => p.Agent, p => p.Queue);

    private long _ticketsCount;

    public IReadOnlyList<SkillQueue> Queues { get; } = queues;

    /// <summary>The place of each contact that waits, from 1.</summary>
    public IReadOnlyDictionary<Contact, int> Places() => Queues
        .SelectMany(q => q.Waiting.Index())
        .ToDictionary(w => w.Item, w => w.Index + 1);

    public IReadOnlyList<QueueView> View() =>
    [
        .. Queues.Select(q => new QueueView(
            q.Settings,
            [.. q.Waiting.Select(c => new WaitingView(c.User, c.IsChat, c.WaitsSince, c.WaitDeadline!.DueAt))],
            q.Agents.Count(a => a.IsOnDuty),
            q.Agents.Count(a => a.IsOnDuty && a.State is AgentState.Ready))),
    ];

    public SkillQueue Find(string name) => _byName[name];

    /// <returns>Why the queue would turn a new contact away at its door; null when it would not.</returns>
    public static QueueExitReason? TurnedAway(SkillQueue queue, Contact contact) =>
        FreeAgent(queue, contact) is null
        && OverflowOf(queue) is (Overflow.Release, var why)
            ? why
            : null;

    /// <summary>Gives a contact to an agent, lets it wait, or sends it where the queue's policy says.</summary>
    public void Enter(Contact contact, SkillQueue queue)
    {
        contact.WaitsSince = scheduler.Now;
        contact.Ticket = ++_ticketsCount;
        Place(contact, queue);
    }

    /// <summary>Gives a contact to the agent whom another one has named for it.</summary>
    public void Give(Contact contact, Agent agent)
    {
        contact.WaitsSince = scheduler.Now;
        contact.Ticket = ++_ticketsCount;
        Reserve(contact, agent);
    }

    /// <summary>
    /// The agent's phone did not take the contact: it has its old place in its queue again, and waits no longer than if
    /// it had been there all the time.
    /// </summary>
    public void Return(Contact contact)
    {
        if (DeadlineOf(contact, contact.Queue!) > scheduler.Now)
        {
            Place(contact, contact.Queue!);
        }
        else
        {
            TimeOut(contact);
        }
    }

    private void Place(Contact contact, SkillQueue queue)
    {
        // Two queues may overflow into each other; a contact that comes back to one is turned away.
        HashSet<SkillQueue> seen = [queue];
        while (true)
        {
            contact.Queue = queue;
            if (FreeAgent(queue, contact) is { } agent)
            {
                Reserve(contact, agent);
                return;
            }

            if (OverflowOf(queue) is not var (policy, why))
            {
                Wait(contact, queue);
                return;
            }

            if (Follow(policy, contact) is not { } next || !seen.Add(next))
            {
                if (policy is not Overflow.TransferToIvr)
                {
                    contact.OnGivenUp(why);
                }

                return;
            }

            queue = next;
        }
    }

    /// <summary>The contact waits no longer.</summary>
    public void Leave(Contact contact)
    {
        if (contact.IsWaiting)
        {
            contact.IsWaiting = false;
            contact.Queue!.Waiting.Remove(contact);
            scheduler.Cancel(contact.WaitDeadline);
        }
    }

    /// <summary>An agent may have become free: it is given who waits for it.</summary>
    public void Serve(Agent agent)
    {
        while (QueueRules.NextContact(_byAgent[agent], agent) is { } contact)
        {
            Leave(contact);
            Reserve(contact, agent);
        }
    }

    private static (Overflow Policy, QueueExitReason Why)? OverflowOf(SkillQueue queue) =>
        QueueRules.OverflowOf(queue.Settings, queue.Agents.Any(a => a.IsOnDuty), queue.Waiting.Count);

    private static Agent? FreeAgent(SkillQueue queue, Contact contact) =>
        contact.PreferredAgent is { } preferred && preferred.CanTake(contact)
            ? preferred
            : QueueRules.BestAgent(queue, contact);

    private static void Reserve(Contact contact, Agent agent)
    {
        contact.Agent = agent;
        contact.OnReserved(agent);
    }

    private void Wait(Contact contact, SkillQueue queue)
    {
        contact.IsWaiting = true;
        contact.WaitDeadline = scheduler.At(DeadlineOf(contact, queue), "queue wait", () => TimeOut(contact));
        queue.Add(contact);
        contact.OnQueued();
    }

    private static DateTimeOffset DeadlineOf(Contact contact, SkillQueue queue) =>
        contact.WaitsSince + queue.Settings.MaxWaitingTime;

    private void TimeOut(Contact contact)
    {
        Leave(contact);
        var policy = contact.Queue!.Settings.OnTimeout;
        if (Follow(policy, contact) is { } next)
        {
            Enter(contact, next);
        }
        else if (policy is Overflow.Release)
        {
            contact.OnGivenUp(QueueExitReason.Timeout);
        }
    }

    // The queue that a policy sends a contact on to; null when there is none.
    private SkillQueue? Follow(Overflow policy, Contact contact)
    {
        switch (policy)
        {
            case Overflow.Transfer transfer:
                contact.OnTransferred();
                return Find(transfer.Queue);
            case Overflow.TransferToIvr transfer:
                contact.OnTransferredToIvr(transfer.Ivr);
                return null;
            default:
                return null;
        }
    }
}
