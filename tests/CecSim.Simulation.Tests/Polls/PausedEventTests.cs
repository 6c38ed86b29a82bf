using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Journal;
using CecSim.Simulation.SpaceEvents;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Polls;

/// <summary>An event that a breakpoint holds, and those behind it.</summary>
public sealed class PausedEventTests : IDisposable
{
    private readonly SpaceScheduler _time = new(TimeProvider.System, ClockSettings.Frozen, TestGuard.Create());
    private readonly EventCounters _tally = new();
    private readonly HeldMessages _held;
    private readonly EventMailbox<string> _mailbox;
    private int _pausesLeft = 1;
    private int _droppedCount;

    public PausedEventTests()
    {
        _held = new HeldMessages(_time, new SpaceEventPublisher(), new Masking([]));
        _mailbox = new EventMailbox<string>(
            _time, new PollLimits(TimeSpan.FromSeconds(10), EventsPerAnswerMax: 1, CapacityEvents: 3), _tally)
        {
            Faults = () => _pausesLeft-- > 0 ? [new PauseEvent()] : [],
            Breakpoint = new EventBreakpoint(_held, CecOperation.Poll, Who: null),
            EventDropped = () => _droppedCount++,
        };
    }

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task It_and_those_behind_it_come_in_their_order_once_it_is_let_go()
    {
        var poll = Poll();
        Post("1", "2");
        Assert.False(poll.Answer.IsCompleted);

        Assert.True(_held.Decide("event-1", new BreakpointDecision.GoOn()));

        Assert.Equal(["1"], await poll.Answer);
        poll.MarkDelivered();
        Assert.Equal(["2"], await Poll().Answer);
        Assert.False(_held.Decide("event-1", new BreakpointDecision.GoOn()));
    }

    [Fact]
    public async Task It_stands_whatever_becomes_of_the_poll_that_was_to_have_it()
    {
        Poll();
        Post("1");
        Poll().Abandon();
        Assert.Single(_held.View.Held);

        _held.Decide("event-1", new BreakpointDecision.Drop());
        Post("2");

        Assert.Equal(["2"], await Poll().Answer);
        Assert.Equal((1, 0), (_tally.LostCount, _droppedCount));
    }

    [Fact]
    public async Task Where_it_is_dropped_for_want_of_room_the_next_one_is_not_taken_for_it()
    {
        var poll = Poll();
        Post("1", "2", "3", "4");

        Assert.Equal(["2"], await poll.Answer);
        Assert.Empty(_held.View.Held);
        Assert.False(_held.Decide("event-1", new BreakpointDecision.Drop()));
        Assert.Equal((1, 0), (_tally.DroppedCount, _droppedCount));
    }

    [Fact]
    public void What_is_forgotten_while_it_stands_is_held_against_no_client()
    {
        Poll();
        Post("1", "2");

        using (_time.Enter())
        {
            _mailbox.Discard();
        }

        Assert.Empty(_held.View.Held);
        Assert.Equal((2, 0), (_tally.DiscardedCount, _droppedCount));
    }

    [Fact]
    public async Task Time_that_runs_does_not_stand_for_it_and_time_that_is_frozen_goes_on_behind_it()
    {
        Poll();
        Post("1");
        Assert.False(await _time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds));

        _time.Run(1);
        Assert.True(await _time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds));
        _time.Freeze();
        _held.Decide("event-1", new BreakpointDecision.Drop());

        Assert.True(await _time.AdvanceAsync(TimeSpan.FromSeconds(1), TestEnds));
    }

    private HeldPoll<string> Poll()
    {
        using var lockScope = _time.Enter();
        return _mailbox.Poll();
    }

    private void Post(params string[] items)
    {
        using var lockScope = _time.Enter();
        foreach (var item in items)
        {
            _mailbox.Post(item);
        }
    }
}
