using CecSim.Simulation.Ivr;
using static CecSim.Simulation.Agents.AgentNoticeContent;
using static CecSim.Simulation.Tests.Queues.CentreFixture;
using static CecSim.Simulation.Tests.Transfers.TransferCentre;

namespace CecSim.Simulation.Tests.Transfers;

/// <summary>An agent hands its customer on without a word to who gets it.</summary>
public sealed class BlindTransferTests
{
    [Fact]
    [Shows("9.3/transfer-to-agent")]
    public async Task Whoever_was_named_rings_and_the_customer_talks_on_with_it()
    {
        using var space = Talking(out var customer);

        Assert.Null(space.Transfer(new TransferTarget.ToAgent(Third)));

        Assert.Equal(("WrapUp", "Ringing"), (space.StateOf(First), space.StateOf(Third)));
        await space.AdvanceAsync(2);
        Assert.Equal("Talking", space.StateOf(Third));
        Assert.Equal([CallEventKind.Transferred, CallEventKind.Connected], space.Told(customer));
    }

    [Fact]
    [Shows("9.3/succ-trans-result")]
    [Shows("9.3/ringing-of-transfer")]
    public void Both_agents_are_told_whose_call_it_was()
    {
        using var space = Talking(out _);

        space.Transfer(new TransferTarget.ToAgent(Second));

        var notices = space.NoticesOf(First).Select(n => n.EventType).ToList();
        Assert.True(
            notices.IndexOf("AgentEvent_SuccTransResult") < notices.IndexOf("AgentEvent_Call_Release"),
            string.Join(' ', notices));
        Assert.Equal(0, Assert.Single(space.NoticesOf(First).Select(n => n.Content).OfType<OfResult>()).Result);
        Assert.Equal(First, TransferredBy(space, Second));
    }

    [Fact]
    public void A_queue_gives_it_to_its_next_agent_who_is_told_whose_call_it_was()
    {
        using var space = Talking(out _);

        Assert.Null(space.Transfer(new TransferTarget.ToSkill("experts")));

        Assert.Equal(First, TransferredBy(space, Third));
    }

    [Fact]
    public async Task A_flow_plays_and_whoever_its_queue_finds_is_told_whose_call_it_was()
    {
        using var space = Talking(out var customer, WithFlow(new IvrExit.Enqueue("experts")));

        Assert.Null(space.Transfer(new TransferTarget.ToIvr("menu")));

        Assert.Equal(("WrapUp", "menu"), (space.StateOf(First), Assert.Single(space.Calls.View).Ivr));
        Assert.Equal(0, Assert.Single(space.NoticesOf(First).Select(n => n.Content).OfType<OfResult>()).Result);
        Assert.Equal(CallEventKind.Transferred, space.Told(customer)[0]);
        await space.AdvanceAsync(1);
        Assert.Equal(First, TransferredBy(space, Third));
    }

    [Fact]
    public async Task A_flow_that_hangs_up_ends_the_call_and_the_agent_is_long_free()
    {
        using var space = Talking(out var customer, WithFlow(new IvrExit.HangUp()));
        space.Transfer(new TransferTarget.ToIvr("menu"));

        await space.AdvanceAsync(1);

        Assert.Equal(CallEventKind.Released, space.Told(customer)[^1]);
        Assert.Equal(CallState.Ended, Assert.Single(space.Calls.View).State);
        Assert.Equal("WrapUp", space.StateOf(First));
    }

    [Theory]
    [InlineData(AnswerBehavior.Ignore, 30)]
    [InlineData(AnswerBehavior.Decline, 2)]
    internal async Task A_call_that_the_named_agent_does_not_take_goes_back_to_its_queue(
        AnswerBehavior act, double seconds)
    {
        using var space = Talking(out var customer, With(Third, a => a with
        {
            Conduct = new() { Ignores = act is AnswerBehavior.Ignore ? 1 : 0, Declines = 1 },
        }));
        space.Transfer(new TransferTarget.ToAgent(Third));

        await space.AdvanceAsync(seconds);

        Assert.Equal(("NotReady", "Ringing"), (space.StateOf(Third), space.StateOf(Second)));
        Assert.Equal(
            [CallEventKind.Transferred, CallEventKind.Connected, CallEventKind.Connected], space.Told(customer));
    }

    [Fact]
    public async Task A_call_that_was_named_for_an_agent_fails_like_any_other_once_its_queue_has_given_it_away()
    {
        using var space = Talking(out var customer, With(Third, a => a with { Conduct = new() { Declines = 1 } }));
        space.Transfer(new TransferTarget.ToAgent(Third));
        await space.AdvanceAsync(2);

        space.Agents.Ask(Second, new AgentInput.Decline());

        Assert.Equal(CallEventKind.Failed, space.Told(customer)[^1]);
    }

    [Fact]
    public void A_customer_on_hold_is_so_no_longer_once_it_is_handed_on()
    {
        using var space = Talking(out var customer);
        var leg = new Calls.RecordingLeg();
        var route = new GatewayRoute(
            space.Media.Domain, space.Calls.View[0].AccessCode, GatewayRoute.AnonymousCaller);
        Assert.Null(space.Media.Join(route, leg));
        space.Agents.Ask(First, new AgentInput.Hold());
        leg.Told.Clear();

        space.Transfer(new TransferTarget.ToAgent(Second));

        Assert.Equal(["agent False", "holds False"], leg.Told);
        Assert.Equal(CallState.Connected, space.Calls.View[0].State);
        Assert.NotEmpty(space.Told(customer));
    }

    [Theory]
    [InlineData(First, AgentRefusal.TargetIsSelf)]
    [InlineData(999, AgentRefusal.TargetUnknown)]
    public void An_agent_that_could_not_have_it_is_refused(int workNo, AgentRefusal why)
    {
        using var space = Talking(out _);

        Assert.Equal(why, space.Transfer(new TransferTarget.ToAgent(workNo)));

        Assert.Equal("Talking", space.StateOf(First));
        Assert.DoesNotContain(space.NoticesOf(First), n => n.Content is OfResult);
    }

    [Fact]
    public void An_agent_that_takes_no_call_now_is_refused()
    {
        using var space = Talking(out _);
        space.Agents.Ask(Second, new AgentInput.SetNotReady(NotReadyReason.OwnWish));
        space.Agents.Ask(Third, new AgentInput.SignOut());

        Assert.Equal(AgentRefusal.TargetBusy, space.Transfer(new TransferTarget.ToAgent(Second)));
        Assert.Equal(AgentRefusal.TargetSignedOut, space.Transfer(new TransferTarget.ToAgent(Third)));
    }

    [Theory]
    [InlineData(AgentRole.QualityChecker, AgentType.Versatile, AgentRefusal.TargetTakesNoCalls)]
    [InlineData(AgentRole.Common, AgentType.Multimedia, AgentRefusal.TargetOfOtherType)]
    public void An_agent_whose_role_or_type_has_no_such_calls_is_refused(
        AgentRole role, AgentType type, AgentRefusal why)
    {
        using var space = Talking(
            out _, With(Third, a => a with { Role = role, Type = type, Skills = null }));

        Assert.Equal(why, space.Transfer(new TransferTarget.ToAgent(Third)));
    }

    [Fact]
    public void A_queue_that_could_not_serve_it_is_refused()
    {
        using var space = Talking(out _, Settings with
        {
            Queues = [Voice, Voice with { Name = "experts", MaxCalls = 1 }, Settings.Queues[2]],
        });
        Assert.Equal(AgentRefusal.QueueUnknown, space.Transfer(new TransferTarget.ToSkill("none")));
        Assert.Equal(AgentRefusal.QueueOfOtherType, space.Transfer(new TransferTarget.ToSkill("video")));
        space.Agents.Ask(Third, new AgentInput.SetNotReady(NotReadyReason.OwnWish));
        space.Call("u2");
        space.Agents.Ask(Second, new AgentInput.Answer());
        Assert.Null(space.Transfer(new TransferTarget.ToSkill("experts"), Second));

        Assert.Equal(AgentRefusal.QueueFull, space.Transfer(new TransferTarget.ToSkill("experts")));
        space.Agents.Ask(Third, new AgentInput.SignOut());
        Assert.Equal(AgentRefusal.QueueClosed, space.Transfer(new TransferTarget.ToSkill("experts")));
        Assert.Equal("Talking", space.StateOf(First));
    }

    [Fact]
    public void An_IVR_flow_that_the_space_does_not_have_is_refused()
    {
        using var space = Talking(out _);

        Assert.Equal(AgentRefusal.IvrUnknown, space.Transfer(new TransferTarget.ToIvr("menu")));
    }

    [Fact]
    public void Without_a_call_there_is_nothing_to_hand_on()
    {
        using var space = Talking(out _);

        Assert.Equal(AgentRefusal.NoCall, space.Transfer(new TransferTarget.ToAgent(First), Second));
        Assert.Equal(AgentRefusal.Unknown, space.Transfer(new TransferTarget.ToAgent(First), 999));
    }

    private static int? TransferredBy(Space space, int workNo) =>
        Assert.Single(space.NoticesOf(workNo).Select(n => n.Content).OfType<OfRinging>()).Call.TransferredBy;

    private static SpaceSettings WithFlow(IvrExit exit) => Settings with
    {
        Ivr = new Dictionary<string, IvrFlow>
        {
            ["menu"] = new(
                "menu",
                [
                    new IvrStep.Play(new Sound.Recording("menu.wav", TimeSpan.FromSeconds(1))),
                    new IvrStep.Leave(exit),
                ]),
        },
    };
}
