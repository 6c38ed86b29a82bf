using CecSim.Guarding;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Polls;

namespace CecSim.Benchmarks;

/// <summary>A poll is held, gets an event, and its answer is written.</summary>
public class MailboxBenchmarks : IDisposable
{
    private static readonly CallEvent Item =
        new(1, CallEventKind.Queued, ClockSettings.Frozen.StartsAt!.Value);

    private readonly SpaceScheduler _scheduler = new(
        TimeProvider.System, ClockSettings.Frozen, new Guard(new WriterLog(Console.Error)));
    private readonly EventMailbox<CallEvent> _mailbox;

    public MailboxBenchmarks() => _mailbox = new EventMailbox<CallEvent>(
        _scheduler,
        new PollLimits(TimeSpan.FromSeconds(10), EventsPerAnswerMax: 1, CapacityEvents: 100),
        new EventCounters());

    [Benchmark]
    public void HoldPostAndWrite()
    {
        HeldPoll<CallEvent> poll;
        using (_scheduler.Enter())
        {
            poll = _mailbox.Poll();
            _mailbox.Post(Item);
        }

        poll.MarkDelivered();
    }

    [Benchmark]
    public void HoldAndHangUp()
    {
        HeldPoll<CallEvent> poll;
        using (_scheduler.Enter())
        {
            poll = _mailbox.Poll();
        }

        poll.Abandon();
    }

    public void Dispose()
    {
        _scheduler.Dispose();
        GC.SuppressFinalize(this);
    }
}
