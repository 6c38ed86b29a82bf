namespace CecSim.Simulation.Queues;

/// <summary>What a skill queue hands to agents: a call or a text session. It is told what becomes of it.</summary>
internal abstract class Contact(User user)
{
    public User User { get; } = user;

    public abstract bool IsChat { get; }

    /// <summary>The agent who already serves the same customer: one agent serves both, if it can.</summary>
    public abstract Agent? PreferredAgent { get; }

    /// <summary>The queue that it waits in or was served from.</summary>
    public SkillQueue? Queue { get; set; }

    /// <summary>Who serves it; null while it waits.</summary>
    public Agent? Agent { get; set; }

    public bool IsWaiting { get; set; }

    /// <summary>When it came to the queue.</summary>
    public DateTimeOffset WaitsSince { get; set; }

    /// <summary>Its place in the order of arrival over all queues.</summary>
    public long Ticket { get; set; }

    /// <summary>The end of its patience in this queue.</summary>
    public ScheduledTimer? WaitDeadline { get; set; }

    public abstract void OnQueued();

    public abstract void OnReserved(Agent agent);

    /// <summary>It goes on to another queue.</summary>
    public abstract void OnTransferred();

    public abstract void OnTransferredToIvr(string ivr);

    public abstract void OnGivenUp(QueueExitReason why);
}

/// <summary>Why a queue does not serve a contact.</summary>
internal enum QueueExitReason
{
    Timeout,
    Busy,
    NoAgents,
}
