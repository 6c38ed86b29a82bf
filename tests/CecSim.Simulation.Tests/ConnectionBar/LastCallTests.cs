using CecSim.Simulation.Outbound;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.ConnectionBar;

/// <summary>What a person at a bar is told of a call that is over.</summary>
public sealed class LastCallTests
{
    [Theory]
    [InlineData(OutboundOutcome.Busy, AgentCallEnd.Busy)]
    [InlineData(OutboundOutcome.WrongNumber, AgentCallEnd.WrongNumber)]
    [InlineData(OutboundOutcome.NoAnswer, AgentCallEnd.NoAnswer)]
    [InlineData(OutboundOutcome.Answers, AgentCallEnd.CustomerHungUp)]
    public async Task A_call_out_tells_what_became_of_the_number(OutboundOutcome fate, AgentCallEnd end)
    {
        var (space, person) = Seated(new OutboundRule { Fate = fate, TalksFor = TimeSpan.FromSeconds(5) });
        using var ends = space;
        Assert.Null(space.Bars.CallOut(person.Session, "1380", default));
        var call = space.Bars.ViewOf(person.Session).Call!;
        Assert.Null(LastOf(space, person));

        await space.AdvanceAsync(60);

        Assert.Equal((call.CallId, "1380", end), LastOf(space, person));
    }

    [Fact]
    public async Task A_call_that_nobody_answers_was_missed()
    {
        var (space, person) = Seated();
        using var ends = space;
        space.Call("u1");
        await space.AdvanceAsync(30);

        Assert.Equal(AgentCallEnd.Missed, LastOf(space, person)?.End);
        Assert.Equal("NotReady", person.State);
    }

    [Theory]
    [InlineData(false, AgentCallEnd.CallerGaveUp)]
    [InlineData(true, AgentCallEnd.CustomerHungUp)]
    public void A_caller_who_leaves_is_told_apart_from_one_who_talked(bool isAnswered, AgentCallEnd end)
    {
        var (space, person) = Seated();
        using var ends = space;
        var caller = space.Call("u1");
        if (isAnswered)
        {
            person.Do(new AgentInput.Answer());
        }

        space.Calls.Drop(caller);

        Assert.Equal(end, LastOf(space, person)?.End);
    }

    [Fact]
    public void What_the_person_does_is_told_too()
    {
        var (space, person) = Seated();
        using var ends = space;
        space.Call("u1");
        person.Do(new AgentInput.Decline());
        Assert.Equal(AgentCallEnd.Declined, LastOf(space, person)?.End);

        person.Do(new AgentInput.CancelNotReady());
        space.Call("u2");
        person.Do(new AgentInput.Answer());
        person.Do(new AgentInput.Release(TimeSpan.Zero));
        Assert.Equal(AgentCallEnd.HungUp, LastOf(space, person)?.End);

        person.Do(new AgentInput.CancelWork());
        space.Call("u3");
        person.Do(new AgentInput.Answer());
        person.TransferTo("voice");
        Assert.Equal(AgentCallEnd.HandedOn, LastOf(space, person)?.End);
    }

    private static (string, string, AgentCallEnd End)? LastOf(Space space, BarPerson person) =>
        space.Bars.ViewOf(person.Session).LastCall is { } last
            ? (last.Call.CallId, last.Call.Customer, last.End)
            : null;

    private static (Space Space, BarPerson Person) Seated(params OutboundRule[] rules)
    {
        var space = Create(new SpaceSettings
        {
            Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
            Agents = [new() { WorkNo = 101, AccountCode = "11" }],
            Outbound = rules,
        });
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        return (space, person);
    }
}
