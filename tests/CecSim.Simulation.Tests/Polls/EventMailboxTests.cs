using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Polls;

public sealed class EventMailboxTests : IDisposable
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    private readonly SpaceScheduler _time = new(TimeProvider.System, ClockSettings.Frozen, TestGuard.Create());
    private readonly EventCounters _tally = new();
    private readonly EventMailbox<string> _mailbox;

    public EventMailboxTests() =>
        _mailbox = new EventMailbox<string>(
            _time, new PollLimits(Hold, EventsPerAnswerMax: 1, CapacityEvents: 3), _tally);

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task A_poll_is_answered_by_the_event_it_waited_for()
    {
        var poll = Poll();
        Assert.False(poll.Answer.IsCompleted);

        Post("ringing");

        Assert.Equal(["ringing"], await poll.Answer);
    }

    [Fact]
    public async Task A_poll_that_nothing_happens_to_comes_back_empty_at_the_end_of_its_hold_and_not_a_tick_sooner()
    {
        var poll = Poll();

        await AdvanceAsync(Hold - TimeSpan.FromTicks(1));
        Assert.False(poll.Answer.IsCompleted);
        var advance = AdvanceAsync(TimeSpan.FromTicks(1));

        Assert.Empty(await poll.Answer);
        poll.MarkDelivered();
        await advance;
    }

    [Fact]
    public async Task Advance_waits_until_the_answers_it_released_are_written()
    {
        var poll = Poll();

        var advance = AdvanceAsync(Hold);
        Assert.False(advance.IsCompleted);
        poll.MarkDelivered();

        await advance;
    }

    [Fact]
    public async Task Advance_does_not_wait_for_a_client_that_is_gone()
    {
        var poll = Poll();

        var advance = AdvanceAsync(Hold);
        poll.Abandon();

        await advance;
    }

    [Fact]
    public async Task A_newer_poll_releases_the_older_one_with_the_empty_answer()
    {
        var older = Poll();
        var newer = Poll();

        Assert.Empty(await older.Answer);
        Post("ringing");

        Assert.Equal(["ringing"], await newer.Answer);
    }

    [Fact]
    public async Task An_event_whose_client_hung_up_before_it_was_written_comes_with_the_next_poll()
    {
        var first = Poll();
        Post("ringing");
        await first.Answer;
        first.Abandon();

        Assert.Equal(["ringing"], await Poll().Answer);
    }

    [Fact]
    public async Task An_event_that_was_written_does_not_come_twice()
    {
        var first = Poll();
        Post("ringing");
        await first.Answer;
        first.MarkDelivered();
        first.Abandon();

        var second = Poll();
        Post("talking");

        Assert.Equal(["talking"], await second.Answer);
    }

    [Fact]
    public async Task A_second_poll_waits_while_the_answer_of_the_first_is_on_its_way_so_that_order_holds()
    {
        var first = Poll();
        Post("ringing");
        Post("talking");
        var second = Poll();
        Assert.False(second.Answer.IsCompleted);

        first.MarkDelivered();

        Assert.Equal(["talking"], await second.Answer);
    }

    [Fact]
    public async Task Hanging_up_frees_the_slot_at_once_and_eats_no_event()
    {
        Poll().Abandon();

        Post("ringing");

        Assert.Equal(["ringing"], await Poll().Answer);
        Assert.Equal(1, _mailbox.WaitingCount);
    }

    [Fact]
    public void A_poll_that_was_answered_leaves_no_deadline_behind()
    {
        Poll();
        Post("ringing");

        Assert.Equal(0, _time.DueCount);
    }

    [Fact]
    public async Task A_full_mailbox_drops_the_oldest_and_counts_it()
    {
        foreach (var item in (string[])["1", "2", "3", "4"])
        {
            Post(item);
        }

        Assert.Equal(["2"], await Poll().Answer);
        Assert.Equal(1, _tally.DroppedCount);
    }

    [Fact]
    public async Task An_event_on_its_way_is_not_the_one_that_a_full_mailbox_drops()
    {
        var poll = Poll();
        foreach (var item in (string[])["1", "2", "3", "4"])
        {
            Post(item);
        }

        Assert.Equal(["1"], await poll.Answer);
        poll.Abandon();

        Assert.Equal(["1"], await Poll().Answer);
        Assert.Equal(1, _tally.DroppedCount);
    }

    [Fact]
    public async Task A_discarded_event_is_not_offered_again_when_its_client_hangs_up()
    {
        var poll = Poll();
        Post("of the old call");
        await poll.Answer;
        using (_time.Enter())
        {
            _mailbox.Discard();
        }

        poll.Abandon();
        var next = Poll();
        Post("of the new call");

        Assert.Equal(["of the new call"], await next.Answer);
    }

    [Fact]
    public async Task A_closed_mailbox_answers_its_poll_and_every_later_one_empty_at_once()
    {
        var held = Poll();
        using (_time.Enter())
        {
            _mailbox.Close();
        }

        Assert.Empty(await held.Answer);
        Assert.Empty(await Poll().Answer);
    }

    private HeldPoll<string> Poll()
    {
        using var lockScope = _time.Enter();
        return _mailbox.Poll();
    }

    private void Post(string item)
    {
        using var lockScope = _time.Enter();
        _mailbox.Post(item);
    }

    private Task<bool> AdvanceAsync(TimeSpan by) => _time.AdvanceAsync(by, TestEnds);
}
