namespace CecSim.Simulation.Queues;

/// <summary>The rules of distribution, as functions of what is.</summary>
internal static class QueueRules
{
    /// <summary>What a queue does with a contact that finds no free agent; null to let it wait.</summary>
    public static (Overflow Policy, QueueExitReason Why)? OverflowOf(
        QueueSettings queue, bool isAnyoneOnDuty, int waitingCount) =>
        !isAnyoneOnDuty ? (queue.OnNoAgents, QueueExitReason.NoAgents)
        : waitingCount >= queue.MaxCalls ? (queue.OnBusy, QueueExitReason.Busy)
        : null;

    /// <summary>The heaviest free agent, and of these the one that has been idle longest.</summary>
    public static Agent? BestAgent(SkillQueue queue, Contact contact) => queue.Agents
        .Where(a => a.CanTake(contact))
        .OrderByDescending(a => a.Skills[queue.Settings.Name].AgentWeight)
        .ThenBy(a => contact.IsChat ? a.Chats.Count : 0)
        .ThenBy(a => a.IdleSince)
        .ThenBy(a => a.Settings.WorkNo)
        .FirstOrDefault();

    /// <summary>Of the queues that an agent serves, the heaviest; and of those, who came first.</summary>
    public static Contact? NextContact(IEnumerable<SkillQueue> queues, Agent agent) => queues
        .SelectMany(q => q.Waiting.Where(agent.CanTake).Take(1), (q, c) => (agent.Skills[q.Settings.Name], Contact: c))
        .OrderByDescending(pair => pair.Item1.SkillWeight)
        .ThenBy(pair => pair.Contact.Ticket)
        .Select(pair => pair.Contact)
        .FirstOrDefault();
}
