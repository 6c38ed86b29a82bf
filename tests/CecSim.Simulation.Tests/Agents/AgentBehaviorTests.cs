using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Agents;

public sealed class AgentBehaviorTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    [Shows("5.3/causeid-0-normal-release", "9.3/simulated-agents-too")]
    public async Task An_agent_answers_talks_and_ends_the_call()
    {
        using var space = Create(Centre(
            Voice, Agent(101, new AgentBehavior { AnswersAfter = 3 * Second, TalksFor = 20 * Second })));
        var caller = space.Call("u1");
        await space.AdvanceAsync(60);

        Assert.Equal(["0s Connected", "23s Released 0"], space.See(caller));
        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentEvent_Ringing",
                "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release",
                "AgentOther_PhoneRelease", "AgentState_Work", "AgentState_Ready",
            ],
            space.Agents.Events.Select(e => e.Notice.EventType));
    }

    [Fact]
    [Shows("5.3/causeid-9-rejected")]
    public async Task An_agent_that_declines_fails_the_call_and_is_back_after_a_while()
    {
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { AnswersAfter = Second, Declines = 1 })));
        var caller = space.Call("u1");
        await space.AdvanceAsync(1);

        Assert.Equal(["0s Connected", "1s Failed 9"], space.See(caller));
        Assert.Equal("NotReady", space.StateOf(101));
        await space.AdvanceAsync(10);
        Assert.Equal("Ready", space.StateOf(101));
    }

    [Fact]
    public async Task A_return_from_an_earlier_absence_does_not_cut_a_later_one_short()
    {
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { AnswersAfter = Second, Declines = 1 })));
        space.Call("u1");
        await space.AdvanceAsync(2);
        space.Agents.Ask(101, new AgentInput.SignOut());
        space.Agents.Ask(101, new AgentInput.SignIn());
        await space.AdvanceAsync(6);
        space.Call("u2");

        // It rejects that call at 9 s; the return from its first absence would have been at 11 s.
        await space.AdvanceAsync(10);
        Assert.Equal("NotReady", space.StateOf(101));
        await space.AdvanceAsync(1);

        Assert.Equal("Ready", space.StateOf(101));
    }

    [Fact]
    [Shows("5.3/causeid-8-no-answer")]
    public async Task An_agent_that_ignores_its_phone_fails_the_call_when_the_ringing_ends()
    {
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { Ignores = 1 })));
        var caller = space.Call("u1");

        await space.AdvanceAsync(30);

        Assert.Equal(["0s Connected", "30s Failed 8"], space.See(caller));
    }

    [Fact]
    [Shows("5.3/causeid-3-abnormal-release")]
    public async Task An_agent_that_hangs_up_releases_the_call_as_soon_as_it_has_answered()
    {
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { HangsUp = 1 })));
        var caller = space.Call("u1");

        await space.AdvanceAsync(60);

        Assert.Equal(["0s Connected", "2s Released 3"], space.See(caller));
    }

    [Fact]
    [Shows("5.3/168106-when-handed-on")]
    public async Task An_agent_that_transfers_hands_the_call_to_the_other_queue()
    {
        using var space = Create(new SpaceSettings
        {
            Queues = [Voice, Voice with { Name = "experts" }],
            Agents =
            [
                Agent(101, new() { TalksFor = 5 * Second, TransfersTo = "experts" }, new AgentSkill("voice")),
                Agent(102, new() { TalksFor = 5 * Second }, new AgentSkill("experts")),
            ],
        });
        var caller = space.Call("u1");

        await space.AdvanceAsync(60);

        Assert.Equal(["0s Connected", "7s Transferred", "7s Connected", "14s Released 0"], space.See(caller));
    }

    [Fact]
    public async Task An_agent_rests_is_reminded_and_comes_back()
    {
        var rest = new AgentRest(Every: 60 * Second, For: 30 * Second, Allowed: 20 * Second);
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { Rests = rest })));

        await space.AdvanceAsync(60);
        Assert.Equal("Resting", space.StateOf(101));
        await space.AdvanceAsync(30);

        Assert.Equal("Ready", space.StateOf(101));
        Assert.Equal(
            [
                "AgentState_SetRest_Success", "AgentState_Rest_Timeout",
                "AgentState_CancelRest_Success", "AgentState_Ready",
            ],
            space.Agents.Events.Skip(1).Select(e => e.Notice.EventType));
    }

    [Fact]
    public async Task A_rest_that_falls_due_in_a_call_begins_after_it()
    {
        var rest = new AgentRest(Every: 10 * Second, For: 30 * Second, Allowed: 30 * Second);
        using var space = Create(Centre(
            Voice, Agent(101, new AgentBehavior { TalksFor = 20 * Second, Rests = rest })));
        space.Call("u1");

        await space.AdvanceAsync(26.999);
        Assert.Equal("WrapUp", space.StateOf(101));
        await space.AdvanceAsync(0.001);

        Assert.Equal("Resting", space.StateOf(101));
    }

    [Fact]
    public async Task A_shift_ends_when_its_last_call_is_over()
    {
        // The space begins at 09:00.
        var shift = new DailyHours { From = new TimeOnly(8, 0), To = new TimeOnly(9, 1) };
        using var space = Create(Centre(
            Voice, Agent(101, new AgentBehavior { Shift = shift, TalksFor = 90 * Second })));
        space.Call("u1");

        await space.AdvanceAsync(80);
        Assert.Equal("Talking", space.StateOf(101));
        await space.AdvanceAsync(17);

        Assert.Equal("SignedOut", space.StateOf(101));
        await space.AdvanceAsync((23 * 3600) - 97 - 1);
        Assert.Equal("SignedOut", space.StateOf(101));
        await space.AdvanceAsync(1);
        Assert.Equal("Ready", space.StateOf(101));
    }

    [Fact]
    [Shows("5.2/12-outside-working-hours")]
    public void Outside_working_hours_a_call_is_refused()
    {
        var hours = new DailyHours { From = new TimeOnly(9, 0), To = new TimeOnly(18, 0) };
        var shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        using var open = Create(new SpaceSettings { Channels = [new ChannelSettings { WorkingHours = hours }] });
        using var shut = Create(new SpaceSettings
        {
            // 09:00 UTC is 17:00 in Shanghai.
            Channels =
            [
                new ChannelSettings { WorkingHours = hours with { To = new TimeOnly(17, 0) }, TimeZone = shanghai },
            ],
        });

        Assert.Null(open.Calls.Create(open.SignIn(), MediaAbility.Voice));
        Assert.Equal(Refusal.OutsideWorkingHours, shut.Calls.Create(shut.SignIn(), MediaAbility.Voice));
    }

    [Fact]
    public async Task An_agent_can_be_driven_by_hand()
    {
        using var space = Create(Centre(Voice, Agent(101)));
        Assert.Null(space.Agents.Ask(101, new AgentInput.SetNotReady(NotReadyReason.OwnWish)));
        var caller = space.Call("u1");
        Assert.Equal(AgentRefusal.NotResting, space.Agents.Ask(101, new AgentInput.CancelRest()));
        Assert.Equal(AgentRefusal.Unknown, space.Agents.Ask(999, new AgentInput.SignIn()));

        space.Agents.Ask(101, new AgentInput.CancelNotReady());
        space.Agents.Ask(101, new AgentInput.Answer());
        space.Agents.Ask(101, new AgentInput.Hold());
        Assert.Equal("Holding", space.StateOf(101));
        space.Agents.Ask(101, new AgentInput.Release(TimeSpan.Zero));
        await space.AdvanceAsync(60);

        Assert.Equal(["0s Queued", "0s Connected", "0s Released 0"], space.See(caller));
        Assert.Equal("Ready", space.StateOf(101));
    }

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(1, 0)]
    [InlineData(0.25, 750)]
    public void A_share_is_drawn_from_the_seed_and_holds_over_many_calls(double declines, int answered)
    {
        var random = new SeededRandom(7);

        var acts = Enumerable.Range(0, 1_000)
            .Select(_ => CallPlan.Draw(new AgentBehavior { Declines = declines }, random).Act)
            .Count(act => act == AnswerBehavior.Answer);

        Assert.InRange(acts, answered - 50, answered + 50);
    }
}
