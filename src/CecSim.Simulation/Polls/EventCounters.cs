namespace CecSim.Simulation.Polls;

/// <summary>Events that did not reach a client just once, of all mailboxes of one kind in a space.</summary>
public sealed class EventCounters
{
    /// <summary>Pushed out of a full mailbox.</summary>
    public long DroppedCount { get; internal set; }

    /// <summary>Forgotten because a new call began, or the user was gone, before they were fetched.</summary>
    public long DiscardedCount { get; internal set; }

    /// <summary>Taken by a fault on the way to a poll, or with an answer that a fault killed.</summary>
    public long LostCount { get; internal set; }

    /// <summary>Copies that a fault made.</summary>
    public long RepeatedCount { get; internal set; }

    /// <summary>Polls that came, of all mailboxes: no two have the same number.</summary>
    internal long PollsCount { get; set; }
}
