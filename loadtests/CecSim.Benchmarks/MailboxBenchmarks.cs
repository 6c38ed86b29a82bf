using BenchmarkDotNet.Attributes;
using CecSim.Guarding;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Polls;

namespace CecSim.Benchmarks;

/// <summary>A poll is held, gets an event, and its answer is written.</summary>
public class MailboxBenchmarks : IDisposable
{
    private static readonly CallEvent Item =
        new(1, CallEventKind.Queued, ClockSettings.Frozen.StartsAt!.Value);

    private readonly Timeline _timeline = new(
        TimeProvider.System, ClockSettings.Frozen, new Guard(new WriterLog(Console.Error)));
    private readonly EventMailbox<CallEvent> _mailbox;

    public MailboxBenchmarks() => _mailbox = new EventMailbox<CallEvent>(
        _timeline,
        new PollLimits(TimeSpan.FromSeconds(10), EventsPerAnswerMax: 1, CapacityEvents: 100),
        new EventTally());

    [Benchmark]
    public void HoldPostAndWrite()
    {
        HeldPoll<CallEvent> poll;
        using (_timeline.Enter())
        {
            poll = _mailbox.Poll();
            _mailbox.Post(Item);
        }

        poll.Written();
    }

    [Benchmark]
    public void HoldAndHangUp()
    {
        HeldPoll<CallEvent> poll;
        using (_timeline.Enter())
        {
            poll = _mailbox.Poll();
        }

        poll.HungUp();
    }

    public void Dispose()
    {
        _timeline.Dispose();
        GC.SuppressFinalize(this);
    }
}
