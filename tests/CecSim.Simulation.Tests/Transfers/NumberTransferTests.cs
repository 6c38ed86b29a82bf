using CecSim.Simulation.Outbound;
using CecSim.Simulation.Tests.Phones;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;
using static CecSim.Simulation.Agents.AgentNoticeContent;
using static CecSim.Simulation.Tests.Transfers.TransferCentre;

namespace CecSim.Simulation.Tests.Transfers;

/// <summary>An agent hands its customer on to a number.</summary>
public sealed class NumberTransferTests
{
    private static readonly SpaceSettings Rules = Settings with
    {
        Outbound =
        [
            new() { Number = "1*", Fate = OutboundOutcome.Busy },
            new() { Number = "2*", Fate = OutboundOutcome.NoAnswer },
            new() { Number = "3*", Fate = OutboundOutcome.WrongNumber },
            new() { Number = "4*", TalksFor = TimeSpan.FromSeconds(60) },
        ],
    };

    [Fact]
    [Shows("9.3/trans-out-result-of-transfer")]
    public async Task The_agent_is_free_once_the_number_answers_and_the_call_ends_with_it()
    {
        using var space = Talking(out var customer, Rules);

        Assert.Null(space.Transfer(new TransferTarget.ToNumber("400")));
        Assert.Equal("Holding", space.StateOf(First));
        await space.AdvanceAsync(4);

        Assert.Equal("WrapUp", space.StateOf(First));
        Assert.Equal([CallEventKind.Transferred], space.Told(customer));
        Assert.Equal([("AgentEvent_TransOutResult", 0)], Results(space));
        await space.AdvanceAsync(60);
        Assert.Equal([CallEventKind.Released], space.Told(customer));
    }

    [Theory]
    [InlineData("100", 1)]
    [InlineData("200", 31)]
    [InlineData("300", 1)]
    [Shows("9.3/trans-out-result-of-transfer")]
    public async Task A_number_that_is_not_reached_leaves_the_customer_with_its_agent(string number, double seconds)
    {
        using var space = Talking(out var customer, Rules);
        space.Transfer(new TransferTarget.ToNumber(number));

        await space.AdvanceAsync(seconds);

        Assert.Equal("Talking", space.StateOf(First));
        Assert.Equal([("AgentEvent_TransOutResult", 1)], Results(space));
        Assert.Empty(space.Told(customer));
    }

    [Theory]
    [InlineData("sales", AgentRole.Callout, AgentRefusal.NumberWrong)]
    [InlineData("400", AgentRole.Common, AgentRefusal.RoleMayNotCallOut)]
    [InlineData("8101", AgentRole.Callout, AgentRefusal.TargetIsSelf)]
    public void What_could_never_be_reached_is_refused_at_once(string number, AgentRole role, AgentRefusal why)
    {
        using var space = Talking(out _, With(First, a => a with { Role = role }));

        Assert.Equal(why, space.Transfer(new TransferTarget.ToNumber(number)));

        Assert.Equal("Talking", space.StateOf(First));
    }

    [Fact]
    public async Task Who_hangs_up_before_the_number_answers_has_handed_over_all_the_same()
    {
        using var space = Talking(out var customer, Rules);
        space.Transfer(new TransferTarget.ToNumber("400"));

        Assert.Null(space.Agents.Ask(First, new AgentInput.Release(TimeSpan.Zero)));
        await space.AdvanceAsync(4);

        Assert.Equal([CallEventKind.Transferred], space.Told(customer));
        Assert.Null(space.Calls.View[0].WorkNo);
    }

    [Fact]
    public async Task A_phone_that_is_no_agents_has_the_customer_and_its_hanging_up_ends_the_call()
    {
        using var space = Talking(out var customer, With(Third, a => a with { SipAccount = null }));
        var line = FakeLine.Register(space, "8103");
        space.Transfer(new TransferTarget.ToNumber("8103"));
        await space.AdvanceAsync(1);
        Assert.Equal("8101", line.Last.Rings!.Customer);
        space.Phones.PicksUp(line.Last);
        Assert.Same(line.Last, space.Calls.View[0].AgentPhone);
        space.Told(customer);

        space.Phones.HangsUp(line.Last);

        Assert.Equal([CallEventKind.Released], space.Told(customer));
    }

    private static IEnumerable<(string Type, int Result)> Results(Space space) => space.NoticesOf(First)
        .Where(n => n.Content is OfResult)
        .Select(n => (n.EventType, ((OfResult)n.Content!).Result));
}
