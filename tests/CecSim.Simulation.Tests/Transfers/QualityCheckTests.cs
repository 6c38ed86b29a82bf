using CecSim.Simulation.Supervision;
using CecSim.Simulation.Tests.Calls;
using CecSim.Simulation.Tests.Phones;
using static CecSim.Simulation.Agents.AgentNoticeContent;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;
using static CecSim.Simulation.Tests.Transfers.TransferCentre;

namespace CecSim.Simulation.Tests.Transfers;

/// <summary>A quality checker, 103, takes part in the calls of others.</summary>
public sealed class QualityCheckTests
{
    private static readonly SpaceSettings Checked = With(Third, a => a with { Role = AgentRole.QualityChecker });

    [Fact]
    [Shows("10.3/quality-checker")]
    public void It_listens_and_then_talks_with_both_and_leaves()
    {
        using var space = Create(Checked);
        var (agent, checker) = (FakeLine.Register(space, "8101"), FakeLine.Register(space, "8103"));
        space.Call("u1");
        space.Phones.PicksUp(agent.Last);
        var leg = new RecordingLeg();
        Assert.Null(space.Media.Join(
            new GatewayRoute(space.Media.Domain, space.Calls.View[0].AccessCode, GatewayRoute.AnonymousCaller), leg));

        Assert.Null(space.QualityChecks.Supervise(Third, First, SupervisionMode.Listen));
        Assert.True(checker.Last.AnswersItself);
        Assert.Empty(leg.Others);
        space.Phones.PicksUp(checker.Last);
        Assert.Equal([new ConferencePhone(checker.Last, IsHeard: false)], leg.Others);
        Assert.DoesNotContain(space.NoticesOf(First), n => n.Content is OfPartner);

        Assert.Null(space.QualityChecks.Supervise(Third, First, SupervisionMode.Insert));
        Assert.Equal([new ConferencePhone(checker.Last)], leg.Others);
        Assert.Equal("8103", Assert.Single(space.NoticesOf(First).Select(n => n.Content).OfType<OfPartner>()).Partner);

        space.Phones.HangsUp(checker.Last);
        Assert.Empty(leg.Others);
        Assert.Equal(("Talking", "Ready"), (space.StateOf(First), space.StateOf(Third)));
    }

    [Fact]
    [Shows("10.3/quality-checker")]
    public void It_intercepts_and_has_the_customer()
    {
        using var space = Talking(out var customer, Checked);

        Assert.Null(space.QualityChecks.Supervise(Third, First, SupervisionMode.Intercept));

        Assert.Equal(("WrapUp", "Talking"), (space.StateOf(First), space.StateOf(Third)));
        Assert.Equal([CallEventKind.Transferred], space.Told(customer));
        Assert.Null(space.Agents.Ask(Third, new AgentInput.Release(TimeSpan.Zero)));
        Assert.Equal([CallEventKind.Released], space.Told(customer));
    }

    [Fact]
    public void It_is_free_once_the_call_is_over()
    {
        using var space = Talking(out var customer, Checked);
        space.QualityChecks.Supervise(Third, First, SupervisionMode.Listen);
        Assert.Equal("Talking", space.StateOf(Third));

        space.Calls.Drop(customer);

        Assert.Equal("Ready", space.StateOf(Third));
    }

    [Fact]
    public async Task A_phone_of_it_that_nobody_picks_up_is_let_be()
    {
        using var space = Talking(out _, Checked);
        FakeLine.Register(space, "8103");
        space.QualityChecks.Supervise(Third, First, SupervisionMode.Listen);

        await space.AdvanceAsync(30);

        Assert.Equal(("Talking", "NotReady"), (space.StateOf(First), space.StateOf(Third)));
    }

    [Theory]
    [InlineData(486)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task It_is_ready_again_soon_after_its_phone_was_not_picked_up(int refusal)
    {
        using var space = Talking(out _, Checked);
        var line = FakeLine.Register(space, "8103");
        space.QualityChecks.Supervise(Third, First, SupervisionMode.Listen);
        if (refusal > 0)
        {
            space.Phones.Fails(line.Last, refusal);
        }

        await space.AdvanceAsync(30);
        await space.AdvanceAsync(30);

        Assert.Equal("Ready", space.StateOf(Third));
        Assert.Null(space.QualityChecks.Supervise(Third, First, SupervisionMode.Listen));
    }

    [Fact]
    [Shows("9.3/force-not-ready")]
    public void It_makes_an_agent_busy_for_reason_3_and_ready_again()
    {
        using var space = Create(Checked);

        Assert.Null(space.QualityChecks.Force(Third, First, isReady: false));
        Assert.Equal(new AgentState.NotReady(3), space.Agents.Find(First)!.State);
        Assert.Null(space.QualityChecks.Force(Third, First, isReady: true));

        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_Force_SetNotReady", "AgentState_SetNotReady_Success",
                "AgentState_Force_Ready", "AgentState_Ready",
            ],
            space.NoticesOf(First).Select(n => n.EventType));
    }

    [Fact]
    public void Others_may_not_and_what_is_not_there_is_refused()
    {
        using var space = Talking(out _, Checked);
        space.QualityChecks.Supervise(Third, First, SupervisionMode.Listen);

        Assert.Equal(
            [
                AgentRefusal.RoleMayNotCheck, AgentRefusal.Unknown, AgentRefusal.TargetUnknown,
                AgentRefusal.TargetHasNoCall, AgentRefusal.InCall, AgentRefusal.RoleMayNotCheck,
                AgentRefusal.TargetUnknown,
            ],
            new[]
            {
                space.QualityChecks.Supervise(Second, First, SupervisionMode.Listen),
                space.QualityChecks.Supervise(999, First, SupervisionMode.Listen),
                space.QualityChecks.Supervise(Third, 999, SupervisionMode.Listen),
                space.QualityChecks.Supervise(Third, Second, SupervisionMode.Listen),
                space.QualityChecks.Force(Third, First, isReady: false),
                space.QualityChecks.Force(Second, First, isReady: false),
                space.QualityChecks.Force(Third, 999, isReady: false),
            }.Select(r => r!.Value));
    }
}
