using CecSim.Simulation.ConnectionBar;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.ConnectionBar;

public sealed class ConnectionBarsTests
{
    private static readonly QueueSettings Voice = new() { Name = "voice", Type = QueueType.VoiceClickToDial };

    private static readonly AgentInput SignIn = new AgentInput.SignIn();
    private static readonly AgentInput Answer = new AgentInput.Answer();

    [Fact]
    public void Nobody_sits_down_at_an_account_that_no_agent_has()
    {
        using var space = Create(Centre(101));

        Assert.Null(space.Bars.Open("12", "https://crm.example"));
    }

    [Fact]
    public async Task An_agent_does_nothing_by_itself_once_a_person_sits_there()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        Assert.Equal("SignedOut", person.State);

        person.Do(SignIn);
        var caller = space.Call("u1");
        await space.AdvanceAsync(29);

        Assert.Equal("Ringing", person.State);
        Assert.Empty(space.See(caller));
    }

    [Fact]
    [Shows("9.3/connected-by-answer")]
    public async Task Answering_connects_the_customer_and_hanging_up_releases_it()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        person.Do(SignIn);
        var caller = space.Call("u1");
        await space.AdvanceAsync(3);
        Assert.Null(person.Do(Answer));
        await space.AdvanceAsync(10);
        Assert.Null(person.Do(new AgentInput.Release(TimeSpan.Zero)));
        await space.AdvanceAsync(5);

        Assert.Equal(["3s Connected", "13s Released 0"], space.See(caller));
        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentEvent_Ringing",
                "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release",
                "AgentOther_PhoneRelease", "AgentState_Work", "AgentState_Ready",
            ],
            person.TakeAll());
    }

    [Fact]
    [Shows("9.3/missed-by-person")]
    public async Task A_person_who_does_not_answer_is_busy_until_it_says_otherwise()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        person.Do(SignIn);
        var caller = space.Call("u1");
        await space.AdvanceAsync(600);

        Assert.Equal(["30s Failed 8"], space.See(caller));
        Assert.Equal("NotReady", person.State);
        Assert.Null(person.Do(new AgentInput.CancelNotReady()));
        Assert.Equal("Ready", person.State);
    }

    [Fact]
    public async Task People_and_simulated_agents_serve_one_queue()
    {
        using var space = Create(Centre(101, 102));
        var person = new BarPerson(space);
        await space.AdvanceAsync(1);
        person.Do(SignIn);

        // The simulated agent has been idle longer, so the first call is its own.
        var first = space.Call("u1");
        var second = space.Call("u2");

        Assert.Equal(["1s Connected"], space.See(first));
        Assert.Empty(space.See(second));
        Assert.Equal("Ringing", person.State);
    }

    [Fact]
    public async Task A_simulated_agents_call_comes_to_its_end_before_the_agent_signs_out_for_the_person()
    {
        using var space = Create(Centre(101));
        var caller = space.Call("u1");
        await space.AdvanceAsync(2);
        var person = new BarPerson(space);
        Assert.Equal("Talking", person.State);

        space.Calls.Drop(caller);
        await space.AdvanceAsync(5);

        Assert.Equal("SignedOut", person.State);
    }

    [Fact]
    public async Task A_person_who_signs_in_meanwhile_takes_that_call_over()
    {
        using var space = Create(Centre(101));
        var caller = space.Call("u1");
        await space.AdvanceAsync(2);
        var person = new BarPerson(space);

        Assert.Null(person.Do(SignIn));
        Assert.Null(person.Do(new AgentInput.Release(TimeSpan.Zero)));
        await space.AdvanceAsync(5);

        Assert.Equal("Ready", person.State);
        Assert.Equal(["0s Connected", "2s Released 0"], space.See(caller));
    }

    [Fact]
    [Shows("9/transfer")]
    public async Task A_call_that_a_person_hands_on_is_answered_by_the_next_agent()
    {
        using var space = Create(Centre(101) with
        {
            Queues = [Voice, new() { Name = "second", Type = QueueType.VoiceClickToDial }],
            Agents =
            [
                new() { WorkNo = 101, AccountCode = "11", Skills = [new("voice")] },
                new() { WorkNo = 102, Skills = [new("second")] },
            ],
        });
        var person = new BarPerson(space);
        person.Do(SignIn);
        var caller = space.Call("u1");
        person.Do(Answer);
        await space.AdvanceAsync(4);

        Assert.Equal(AgentRefusal.QueueUnknown, person.TransferTo("third"));
        Assert.Null(person.TransferTo("second"));

        Assert.Equal("WrapUp", person.State);
        Assert.Equal(["0s Connected", "4s Transferred", "4s Connected"], space.See(caller));
    }

    [Fact]
    public void A_call_that_only_rings_cannot_be_handed_on()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        person.Do(SignIn);
        Assert.Equal(AgentRefusal.NoCall, person.TransferTo("voice"));
        space.Call("u1");

        Assert.Equal(AgentRefusal.NoCall, person.TransferTo("voice"));
    }

    [Fact]
    [Shows("9/one-page-per-agent")]
    public async Task Pages_of_one_agent_take_its_events_from_each_other()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        var first = space.Bars.Poll(person.Session, "1");
        var second = space.Bars.Poll(person.Session, "2");

        person.Do(SignIn);

        Assert.Empty(await first.Answer);
        Assert.Equal("AgentState_Ready", Assert.Single(await second.Answer).Notice.EventType);
        var found = Assert.Single(space.Monitor.Read());
        Assert.Equal(("bar-open-twice", 1, "agent 101"), (found.Rule.Code, found.Count, found.Cases[0].Detail));
    }

    [Fact]
    public void One_page_that_asks_again_takes_from_nobody()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        space.Bars.Poll(person.Session, "1");
        space.Bars.Poll(person.Session, "1");

        Assert.Empty(space.Monitor.Read());
    }

    [Fact]
    public void A_page_that_asks_whether_it_may_poll_takes_from_nobody()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        Assert.True(MayPoll("1"));
        var first = space.Bars.Poll(person.Session, "1");

        Assert.False(MayPoll("2"));
        Assert.True(MayPoll("1"));
        Assert.False(first.Answer.IsCompleted);
        Assert.Equal("bar-open-twice", Assert.Single(space.Monitor.Read()).Rule.Code);

        // The first page may be between two polls, once.
        first.Abandon();
        Assert.False(MayPoll("2", again: true));
        first = space.Bars.Poll(person.Session, "1");
        Assert.False(MayPoll("2", again: true));
        first.Abandon();
        Assert.False(MayPoll("2", again: true));
        Assert.True(MayPoll("2", again: true));
        Assert.Equal(1, Assert.Single(space.Monitor.Read()).Count);

        bool MayPoll(string page, bool again = false) => space.Bars.MayPoll(person.Session, page, again);
    }

    [Fact]
    public async Task A_page_that_takes_over_is_where_the_person_is_from_then_on()
    {
        using var space = Create(Centre(101));
        var person = new BarPerson(space);
        var first = space.Bars.Poll(person.Session, "1");
        Assert.True(space.Bars.IsElsewhere(person.Session, "2"));
        Assert.False(space.Bars.IsElsewhere(person.Session, "1"));

        space.Bars.TakeOver(person.Session, "2");

        Assert.Empty(await first.Answer);
        Assert.True(space.Bars.IsElsewhere(person.Session, "1", first));
        Assert.True(space.Bars.MayPoll(person.Session, "2", again: true));
        var second = space.Bars.Poll(person.Session, "2");
        Assert.False(space.Bars.MayPoll(person.Session, "1", again: true));
        space.Bars.Poll(person.Session, "2");
        Assert.False(space.Bars.IsElsewhere(person.Session, "2", second));
    }

    [Fact]
    public void The_oldest_of_too_many_pages_is_signed_off()
    {
        using var space = Create(Centre(101));
        var first = new BarPerson(space).Session;
        Assert.Same(first, space.Bars.Find(first.Token));

        var others = Enumerable.Range(0, 16).Select(_ => new BarPerson(space).Session).ToList();

        Assert.Null(space.Bars.Find(first.Token));
        Assert.All(others, s => Assert.NotNull(space.Bars.Find(s.Token)));
        Assert.Equal(others.Count, others.Select(s => s.Token).Distinct().Count());
        Assert.Equal(others.Count, others.Select(s => s.Sid).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.!.c")]
    [InlineData("a.bm8ganNvbg.c")]
    [InlineData("a.W10.c")]
    [InlineData("a.eyJ0ZW5hbnRTcGFjZUlkIjoxfQ.c")]
    public void What_is_no_token_names_no_space(string text) => Assert.Null(BarToken.TenantSpaceIdOf(text));

    [Fact]
    public void A_token_names_its_space()
    {
        using var space = Create(Centre(101));

        Assert.Equal(
            SpaceSettings.DemoTenantSpaceId, BarToken.TenantSpaceIdOf(new BarPerson(space).Session.Token));
    }

    private static SpaceSettings Centre(params int[] workNos) => new()
    {
        Queues = [Voice],
        Agents = [.. workNos.Select(n => new AgentSettings { WorkNo = n, AccountCode = $"{n - 90}" })],
    };
}
