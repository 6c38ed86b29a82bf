using CecSim.Simulation.Clock;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Users;

namespace CecSim.Simulation.Polls;

/// <summary>The mailboxes of one kind in a space: a user gets its own when it first needs one.</summary>
/// <param name="operation">The poll that fetches from them, whose faults strike what they hold.</param>
/// <param name="find">The user's mailbox; null while it has none.</param>
internal sealed class UserMailboxes<TEvent>(
    Timeline timeline,
    PollLimits limits,
    ArmedFaults faults,
    CecOperation operation,
    Func<User, EventMailbox<TEvent>?> find,
    Action<User, EventMailbox<TEvent>> keep)
{
    private bool _isClosed;

    public EventTally Unseen { get; } = new();

    /// <summary>Told when an event of a user is dropped unseen.</summary>
    public Action<User>? EventDropped { get; set; }

    /// <summary>Told when a poll of a user begins to wait, and when it waits no more.</summary>
    public Action<User, HeldPoll<TEvent>>? WaitChanged { get; set; }

    public EventMailbox<TEvent> Of(User user)
    {
        if (find(user) is { } known)
        {
            return known;
        }

        var mailbox = new EventMailbox<TEvent>(timeline, limits, Unseen)
        {
            Faults = faults.AtEventsOf(user, operation),
            EventDropped = () => EventDropped?.Invoke(user),
            WaitChanged = poll => WaitChanged?.Invoke(user, poll),
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
            find(user)?.Close();
        }
    }
}
