namespace CecSim.Server.Spaces;

/// <summary>How much of a space begins anew.</summary>
public enum ResetScope
{
    /// <summary>Users, tokens, calls, chats, queues and agents; time, faults, journal and findings go on.</summary>
    State,

    /// <summary>What was recorded of clients, and what was found in them.</summary>
    Journal,

    /// <summary>The faults are those of the scenario again, and count from the beginning.</summary>
    Faults,

    /// <summary>Time runs, or stands still, as it did at the beginning. It never goes back.</summary>
    Clock,

    /// <summary>Everything, time too: the space is as it was at its creation, to the byte.</summary>
    All,
}
