namespace CecSim.Simulation.Polls;

/// <summary>The mailboxes of one kind in a space: a user gets its own when it first needs one.</summary>
/// <param name="operation">The poll that fetches from them, whose faults strike what they hold.</param>
/// <param name="polls">Told when a poll of a user begins to wait, and when it waits no more.</param>
/// <param name="monitor">Told when an event of a user is dropped unseen.</param>
/// <param name="find">The user's mailbox; null while it has none.</param>
internal sealed class UserMailboxes<TEvent>(
    SpaceScheduler scheduler,
    PollLimits limits,
    ArmedFaults faults,
    CecOperation operation,
    PollKind kind,
    HeldPolls polls,
    ClientMonitor monitor,
    Func<User, EventMailbox<TEvent>?> find,
    Action<User, EventMailbox<TEvent>> keep)
{
    private bool _isClosed;

    public EventCounters Undelivered { get; } = new();

    public EventMailbox<TEvent> Of(User user)
    {
        if (find(user) is { } known)
        {
            return known;
        }

        var mailbox = new EventMailbox<TEvent>(scheduler, limits, Undelivered)
        {
            Faults = faults.AtEventsOf(user, operation),
            Breakpoint = new(faults.Held, operation, new FaultTargetUser(user.UserId, user.Channel.Id)),
            EventDropped = () => monitor.EventDropped(user, kind),
            WaitChanged = poll => polls.Tell(kind, user, poll),
        };
        keep(user, mailbox);
        if (_isClosed)
        {
            mailbox.Close();
        }

        return mailbox;
    }

    /// <summary>Every held poll gets the empty answer, and so does each later one at once.</summary>
    public void Close(IEnumerable<User> users)
    {
        _isClosed = true;
        foreach (var user in users)
        {
            if (find(user) is { } mailbox)
            {
                // Each by itself: one that throws must not let the others wait.
                mailbox.Time.Guard.Run("end of held polls", mailbox.Close);
            }
        }
    }
}
