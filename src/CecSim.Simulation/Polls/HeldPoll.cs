using CecSim.Simulation.Clock;

namespace CecSim.Simulation.Polls;

/// <summary>
/// A long poll that waits on the server. Whoever holds it says in the end whether its answer was written:
/// only then do the events that it carried leave the mailbox.
/// </summary>
public sealed class HeldPoll<TEvent> : IHandover
{
    private readonly EventMailbox<TEvent> _mailbox;
    private readonly TaskCompletionSource<IReadOnlyList<TEvent>> _answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TaskCompletionSource? _settled;

    internal HeldPoll(EventMailbox<TEvent> mailbox, long id, DateTimeOffset since)
    {
        _mailbox = mailbox;
        Id = id;
        Since = since;
    }

    public long Id { get; }

    public DateTimeOffset Since { get; }

    /// <summary>The events to write; empty for the documented empty answer.</summary>
    public Task<IReadOnlyList<TEvent>> Answer => _answer.Task;

    /// <summary>A newer poll of the same user came while this one was held.</summary>
    public bool IsSuperseded { get; internal set; }

    internal AgendaEntry? Deadline { get; set; }

    /// <summary>Null while the poll waits.</summary>
    internal IReadOnlyList<TEvent>? Released { get; private set; }

    internal bool IsSettled { get; private set; }

    /// <summary>The response that carries the answer has been written.</summary>
    public void Written() => _mailbox.Settle(this, wasWritten: true);

    /// <summary>The client is gone: its slot is free at once, and what it did not get stays. Safe to repeat.</summary>
    public void HungUp() => _mailbox.Settle(this, wasWritten: false);

    Task IHandover.WhenSettled()
    {
        _settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _settled.Task;
    }

    internal void Release(IReadOnlyList<TEvent> events)
    {
        Released = events;
        _answer.SetResult(events);
    }

    internal void MarkSettled()
    {
        IsSettled = true;
        _settled?.SetResult();
    }
}
