namespace CecSim.Simulation.Polls;

/// <summary>Events that no client will ever see, of all mailboxes of one kind in a space.</summary>
public sealed class EventTally
{
    /// <summary>Pushed out of a full mailbox.</summary>
    public long DroppedCount { get; internal set; }

    /// <summary>Forgotten because a new call began, or the user was gone, before they were fetched.</summary>
    public long DiscardedCount { get; internal set; }

    /// <summary>Polls that came, of all mailboxes: no two have the same number.</summary>
    internal long PollsCount { get; set; }
}
