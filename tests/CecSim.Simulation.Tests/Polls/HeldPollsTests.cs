using CecSim.Simulation.SpaceEvents;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Polls;

/// <summary>The polls that a space holds, seen from outside.</summary>
public sealed class HeldPollsTests : IDisposable
{
    private readonly Space _space = Create();

    public void Dispose() => _space.Dispose();

    [Fact]
    public async Task The_oldest_stands_first_whoever_it_is_of_and_of_which_kind()
    {
        var (one, other) = (_space.SignIn("u1"), _space.SignIn("u2"));
        _space.Chats.Connect(one);
        _space.Read(one);
        _space.Calls.Poll(other);
        await _space.AdvanceAsync(1);
        _space.Calls.Poll(one);
        Assert.Null(_space.Chats.Poll(one).Refusal);

        var all = _space.Polls.All;

        Assert.Equal(["clickToCall-1", "clickToCall-2", "chat-2"], all.Select(p => p.Id));
        Assert.Equal((other, PollKind.ClickToCall), (all[0].User, all[0].Kind));
        Assert.Equal((2, 1), (_space.Polls.Count(PollKind.ClickToCall), _space.Polls.Count(PollKind.Chat)));
        Assert.Equal(_space.Time.ReadNow().AddSeconds(-1), all[0].Since);
        Assert.Equal(all[0].Since + _space.Settings.EventPollHold, all[0].DueAt);
        Assert.Equal(all[0], _space.Polls.Find("clickToCall-1"));
        Assert.Null(_space.Polls.Find("clickToCall-9"));
    }

    [Fact]
    public async Task A_poll_that_is_released_gets_the_empty_answer_and_one_that_is_not_held_is_not_found()
    {
        var poll = _space.Calls.Poll(_space.SignIn());

        Assert.False(_space.Polls.Release("chat-1"));
        Assert.False(_space.Polls.Cut("chat-1"));
        Assert.True(_space.Polls.Release("clickToCall-1"));

        Assert.Empty(await poll.Answer);
        Assert.Empty(_space.Polls.All);
    }

    [Fact]
    public void A_poll_whose_answer_is_on_its_way_is_held_and_no_longer_due()
    {
        var user = _space.SignIn();
        var poll = _space.Calls.Poll(user);
        _space.Calls.Create(user, MediaAbility.Voice);

        Assert.Null(Assert.Single(_space.Polls.All).DueAt);
        Assert.Equal(1, _space.Polls.Count(PollKind.ClickToCall));
        poll.MarkDelivered();

        Assert.Equal((0, 0), (_space.Polls.All.Count, _space.Polls.Count(PollKind.ClickToCall)));
    }

    [Fact]
    public void Those_who_follow_the_space_are_told_when_a_poll_begins_to_wait_and_when_it_waits_no_more()
    {
        List<SpaceEvent> told = [];
        _space.Events.Subscribe(told.Add);
        var user = _space.SignIn();

        _space.Calls.Poll(user);
        _space.Calls.Create(user, MediaAbility.Voice);

        Assert.Equal("clickToCall-1", Assert.Single(told.OfType<PollHeld>()).Poll.Id);
        Assert.Equal(1, Assert.Single(told.OfType<PollReleased>()).EventsCount);
    }
}
