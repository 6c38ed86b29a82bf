using CecSim.Guarding;

namespace CecSim.Simulation.Polls;

/// <summary>
/// A long poll that waits on the server. Whoever holds it says in the end whether its answer was written:
/// only then do the events that it carried leave the mailbox.
/// </summary>
public sealed class HeldPoll<TEvent> : IPendingDelivery, IHeldPoll, IGuarded
{
    private readonly EventMailbox<TEvent> _mailbox;
    private readonly TaskCompletionSource<IReadOnlyList<TEvent>> _answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource? _settled;
    private List<EventFault>? _faults;
    private volatile IPollConnection? _connection;
    private volatile bool _isCut;

    internal HeldPoll(EventMailbox<TEvent> mailbox, long number, DateTimeOffset since)
    {
        _mailbox = mailbox;
        Number = number;
        Since = since;
    }

    public long Number { get; }

    public DateTimeOffset Since { get; }

    /// <summary>How long it was held. Complete once it is released.</summary>
    public TimeSpan HeldFor { get; private set; }

    public DateTimeOffset? DueAt => Released is null ? Deadline?.DueAt : null;

    public bool IsAborted => _connection?.IsAborted == true;

    /// <summary>The events to write; empty for the documented empty answer.</summary>
    public Task<IReadOnlyList<TEvent>> Answer => _answer.Task;

    /// <summary>A fault kills the connection in place of the answer; the events in it are gone.</summary>
    public bool IsAnswerLost { get; internal set; }

    /// <summary>A newer poll of the same user came while this one was held.</summary>
    public bool IsSuperseded { get; internal set; }

    /// <summary>What struck the events that it was to have. Complete once it is released.</summary>
    public IReadOnlyList<EventFault> Faults => _faults ?? (IReadOnlyList<EventFault>)[];

    internal ScheduledTimer? Deadline { get; set; }

    /// <summary>Null while the poll waits.</summary>
    internal IReadOnlyList<TEvent>? Released { get; private set; }

    internal bool IsSettled { get; private set; }

    /// <summary>The connection that the poll came on; cut at once where that was wanted before.</summary>
    public void AttachConnection(IPollConnection connection)
    {
        _connection = connection;
        Interlocked.MemoryBarrier();
        if (_isCut)
        {
            connection.Cut();
        }
    }

    /// <summary>The response that carries the answer has been written.</summary>
    public void MarkDelivered() => _mailbox.Settle(this, wasWritten: true);

    /// <summary>The client is gone: its slot is free at once, and what it did not get stays. Safe to repeat.</summary>
    public void Abandon() => _mailbox.Settle(this, wasWritten: false);

    /// <summary>
    /// The answer will wait for space time on its way: whoever moves time must not wait for it in turn.
    /// </summary>
    public void ExcludeFromAutoAdvance() => _mailbox.ExcludeFromAutoAdvance(this);

    Guard IGuarded.Guard => _mailbox.Time.Guard;

    string IGuarded.Place => "poll whose client hung up";

    void IGuarded.Run() => Abandon();

    void IGuarded.Fail(Failure why) => _mailbox.Time.Fail(why);

    void IHeldPoll.ReleaseEmpty() => _mailbox.ReleaseEmpty(this);

    // The poll can be seen to wait a moment before its connection is known here.
    void IHeldPoll.Cut()
    {
        _isCut = true;
        Interlocked.MemoryBarrier();
        _connection?.Cut();
    }

    Task IPendingDelivery.WhenSettled()
    {
        _settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _settled.Task;
    }

    internal void Struck(EventFault fault) => (_faults ??= []).Add(fault);

    internal void Release(IReadOnlyList<TEvent> events, DateTimeOffset now)
    {
        HeldFor = now - Since;
        Released = events;
        _answer.SetResult(events);
    }

    internal void MarkSettled()
    {
        IsSettled = true;
        NeedNotBeAwaited();
    }

    internal void NeedNotBeAwaited() => _settled?.TrySetResult();
}
