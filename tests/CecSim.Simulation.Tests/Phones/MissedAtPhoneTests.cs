using CecSim.Simulation.Tests.ConnectionBar;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Phones;

/// <summary>A call that the agent's phone did not take goes on by the rules of its queue.</summary>
public sealed class MissedAtPhoneTests
{
    [Theory]
    [InlineData(486, 7)]
    [InlineData(600, 7)]
    [InlineData(603, 7)]
    [InlineData(480, 5)]
    [InlineData(408, 5)]
    [InlineData(503, 5)]
    [Shows("9.3/phone-missed")]
    public async Task A_phone_that_does_not_take_the_call_makes_the_agent_busy_for_that_reason_and_the_call_waits(
        int status, int reason)
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        var caller = space.Call("u1");
        await space.AdvanceAsync(0);

        space.Phones.Fails(line.Last, status);

        Assert.Equal(["0s Queued"], space.See(caller));
        Assert.Equal(new AgentState.NotReady(reason), Assert.Single(space.Agents.View).State);
    }

    [Fact]
    public async Task A_phone_that_nobody_picks_up_stops_ringing_and_the_call_waits_no_longer_than_it_would_have()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        new BarPerson(space).Do(new AgentInput.SignIn());
        var caller = space.Call("u1");
        await space.AdvanceAsync(0);
        space.Phones.Alerts(line.Last);

        await space.AdvanceAsync(30);
        Assert.NotNull(line.Last.EndedBecause);
        Assert.Equal(new AgentState.NotReady(2), Assert.Single(space.Agents.View).State);
        await space.AdvanceAsync(31);

        Assert.Equal(["30s Queued", "60s QueueTimeout -1"], space.See(caller));
    }

    [Fact]
    public async Task The_next_agent_is_given_the_call_at_once()
    {
        using var space = Create(PhoneCentre.Of(agents: 2));
        var (first, second) = (FakeLine.Register(space, "8801"), FakeLine.Register(space, "8802"));
        var caller = space.Call("u1");
        await space.AdvanceAsync(0);
        Assert.Empty(second.Legs);

        space.Phones.Fails(first.Last, 486);
        space.Phones.PicksUp(second.Last);

        Assert.Equal(["0s Connected"], space.See(caller));
    }

    [Fact]
    public async Task A_call_that_comes_back_is_before_those_that_came_after_it()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        var first = space.Call("u1");
        await space.AdvanceAsync(1);
        space.Call("u2");

        space.Phones.Fails(line.Last, 486);
        person.Do(new AgentInput.CancelNotReady());
        space.Phones.PicksUp(line.Last);

        Assert.Equal(["1s Queued", "1s Connected"], space.See(first));
    }

    [Fact]
    public async Task A_call_whose_time_in_the_queue_is_over_when_it_comes_back_is_given_up()
    {
        var settings = PhoneCentre.Of();
        var queue = settings.Queues[0] with { MaxWaitingTime = TimeSpan.FromSeconds(20) };
        using var space = Create(settings with { Queues = [queue] });
        FakeLine.Register(space);
        var caller = space.Call("u1");

        await space.AdvanceAsync(31);

        Assert.Equal(["30s QueueTimeout -1"], space.See(caller));
    }
}
