using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Polls;

/// <summary>What faults do to events on their way, and that nothing else of them changes.</summary>
public sealed class EventFaultTests : IDisposable
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    private readonly SpaceScheduler _time = new(TimeProvider.System, ClockSettings.Frozen, TestGuard.Create());
    private readonly EventCounters _tally = new();
    private readonly Queue<EventFault[]> _faults = new();
    private int _droppedCount;

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task An_event_that_is_dropped_never_comes_and_the_poll_waits_for_the_next_one()
    {
        var mailbox = Mailbox(new DropEvent());
        var poll = Poll(mailbox);

        Post(mailbox, "1");
        Assert.False(poll.Answer.IsCompleted);
        Post(mailbox, "2");

        Assert.Equal(["2"], await poll.Answer);
        Assert.Equal([new DropEvent()], poll.Faults);
        Assert.Equal((1, 0, 0), (_tally.LostCount, _tally.DroppedCount, _droppedCount));
    }

    [Fact]
    public void A_fault_that_drops_an_event_leaves_nothing_for_the_others_that_would_have_struck_it()
    {
        var mailbox = Mailbox(new DropEvent(), new LateEvent(Hold));

        Post(mailbox, "1", "2");

        Assert.Equal(["2"], TakeAll(mailbox));
    }

    [Fact]
    public void An_event_that_is_doubled_comes_again_with_the_answer_after_it_and_is_struck_once()
    {
        var mailbox = Mailbox(new DuplicateEvent());
        _faults.Enqueue([new DropEvent()]);

        Post(mailbox, "1", "2", "3");

        Assert.Equal(["1", "1", "3"], TakeAll(mailbox));
        Assert.Equal((1, 1), (_tally.RepeatedCount, _tally.LostCount));
    }

    [Fact]
    public void Where_an_answer_brings_several_events_the_copy_comes_with_the_next_answer()
    {
        var mailbox = Mailbox(perAnswer: 2, new DuplicateEvent());
        Post(mailbox, "1", "2", "3");

        Assert.Equal(["1", "2"], Take(mailbox));
        Assert.Equal(["1", "3"], Take(mailbox));
    }

    [Fact]
    public void Two_events_change_places_and_neither_is_struck_again()
    {
        var mailbox = Mailbox(new ReorderEvents());
        _faults.Enqueue([new DropEvent()]);

        Post(mailbox, "1", "2", "3", "4");

        Assert.Equal(["2", "1", "4"], TakeAll(mailbox));
    }

    [Fact]
    public async Task An_event_that_is_to_be_overtaken_waits_for_another_as_long_as_a_poll_is_held()
    {
        var overtaken = Mailbox(new ReorderEvents());
        Post(overtaken, "1");
        var poll = Poll(overtaken);
        Assert.False(poll.Answer.IsCompleted);
        Post(overtaken, "2");
        Assert.Equal(["2"], await poll.Answer);
        poll.MarkDelivered();
        Assert.Equal(["1"], Take(overtaken));

        var alone = Mailbox(new ReorderEvents());
        Post(alone, "1");
        Poll(alone).Abandon();
        await AdvanceAsync(Hold - TimeSpan.FromTicks(1));
        var waits = Poll(alone);
        Assert.False(waits.Answer.IsCompleted);
        var advance = AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal(["1"], await waits.Answer);
        waits.MarkDelivered();
        await advance;
    }

    [Fact]
    public async Task An_event_that_is_late_keeps_those_behind_it_behind_it()
    {
        var mailbox = Mailbox(new LateEvent(TimeSpan.FromSeconds(3)));
        Post(mailbox, "1", "2");
        var poll = Poll(mailbox);

        await AdvanceAsync(TimeSpan.FromSeconds(2.9));
        Assert.False(poll.Answer.IsCompleted);
        var advance = AdvanceAsync(TimeSpan.FromSeconds(0.1));

        Assert.Equal(["1"], await poll.Answer);
        poll.MarkDelivered();
        await advance;
        Assert.Equal(["2"], Take(mailbox));
    }

    [Fact]
    public async Task The_events_of_an_answer_that_is_lost_are_gone_and_counted_once_it_seems_written()
    {
        var mailbox = Mailbox(new DropConnectionAfterTakingEvent());
        Post(mailbox, "1", "2");

        var poll = Poll(mailbox);
        Assert.True(poll.IsAnswerLost);
        Assert.Equal(0, _tally.LostCount);
        poll.MarkDelivered();

        Assert.Equal(1, _tally.LostCount);
        var next = Poll(mailbox);
        Assert.Equal((false, "2"), (next.IsAnswerLost, Assert.Single(await next.Answer)));
    }

    [Fact]
    public void An_answer_that_was_lost_and_not_even_written_comes_again_unharmed()
    {
        var mailbox = Mailbox(new DropConnectionAfterTakingEvent());
        Post(mailbox, "1");

        Poll(mailbox).Abandon();

        Assert.Equal(["1"], TakeAll(mailbox));
        Assert.Equal((0, 0), (_tally.LostCount, _tally.DiscardedCount));
    }

    [Fact]
    public async Task Events_that_are_discarded_while_one_is_held_back_could_not_be_fetched_and_are_not_missed()
    {
        var mailbox = Mailbox(new LateEvent(Hold), new DropEvent());
        Post(mailbox, "1", "2");
        Poll(mailbox).Abandon();

        Discard(mailbox);
        Post(mailbox, "3");

        Assert.Equal(["3"], Take(mailbox));
        Assert.Equal((2, 0), (_tally.DiscardedCount, _droppedCount));
        Post(mailbox, "4");
        Discard(mailbox);
        Assert.Equal((3, 1), (_tally.DiscardedCount, _droppedCount));
        await AdvanceAsync(Hold);
    }

    [Fact]
    public async Task The_oldest_of_a_full_mailbox_is_missed_unless_it_was_held_back()
    {
        var mailbox = Mailbox(new LateEvent(Hold));
        Post(mailbox, "1", "2", "3", "4", "5");
        Assert.Equal((0, 0), (_tally.DroppedCount, _droppedCount));
        Post(mailbox, "6");
        Assert.Equal((1, 1), (_tally.DroppedCount, _droppedCount));

        Poll(mailbox).Abandon();
        Post(mailbox, "7");

        Assert.Equal((2, 1), (_tally.DroppedCount, _droppedCount));
    }

    private EventMailbox<string> Mailbox(params EventFault[] faults) => Mailbox(perAnswer: 1, faults);

    private EventMailbox<string> Mailbox(int perAnswer, params EventFault[] faults)
    {
        _faults.Enqueue(faults);
        return new(_time, new PollLimits(Hold, perAnswer, CapacityEvents: 5), _tally)
        {
            Faults = () => _faults.TryDequeue(out var next) ? next : [],
            EventDropped = () => _droppedCount++,
        };
    }

    private HeldPoll<string> Poll(EventMailbox<string> mailbox)
    {
        using var lockScope = _time.Enter();
        return mailbox.Poll();
    }

    private void Post(EventMailbox<string> mailbox, params string[] items)
    {
        using var lockScope = _time.Enter();
        foreach (var item in items)
        {
            mailbox.Post(item);
        }
    }

    private void Discard(EventMailbox<string> mailbox)
    {
        using var lockScope = _time.Enter();
        mailbox.Discard();
    }

    private IReadOnlyList<string> Take(EventMailbox<string> mailbox)
    {
        var poll = Poll(mailbox);
        Assert.True(poll.Answer.IsCompletedSuccessfully);
        poll.MarkDelivered();
        return poll.Answer.Result;
    }

    private List<string> TakeAll(EventMailbox<string> mailbox)
    {
        List<string> all = [];
        var poll = Poll(mailbox);
        for (; poll.Answer.IsCompletedSuccessfully; poll = Poll(mailbox))
        {
            all.AddRange(poll.Answer.Result);
            poll.MarkDelivered();
        }

        poll.Abandon();
        return all;
    }

    private Task<bool> AdvanceAsync(TimeSpan by) => _time.AdvanceAsync(by, TestEnds);
}
