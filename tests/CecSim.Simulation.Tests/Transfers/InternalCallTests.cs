using CecSim.Simulation.Tests.ConnectionBar;
using CecSim.Simulation.Tests.Phones;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;
using static CecSim.Simulation.Tests.Transfers.TransferCentre;

namespace CecSim.Simulation.Tests.Transfers;

/// <summary>An agent calls a colleague by its work number.</summary>
public sealed class InternalCallTests
{
    [Fact]
    public async Task It_rings_at_the_colleague_and_both_talk_until_one_of_them_hangs_up()
    {
        using var space = Create(Settings);
        var (one, other) = (FakeLine.Register(space, "8101"), FakeLine.Register(space, "8102"));
        var own = new FakeLeg(null, false);

        Assert.Null(space.Phones.Dial("8101", "102", MediaAbility.Voice, own));
        await space.AdvanceAsync(1);
        Assert.Equal(("Dialing", "Ringing"), (space.StateOf(First), space.StateOf(Second)));
        Assert.Equal("8101", other.Last.Rings!.Customer);
        space.Phones.Alerts(other.Last);
        space.Phones.PicksUp(other.Last);
        Assert.Same(other.Last, own.JoinedTo);
        Assert.Equal(("Talking", "Talking"), (space.StateOf(First), space.StateOf(Second)));
        Assert.Empty(one.Legs);

        space.Phones.HangsUp(other.Last);

        Assert.NotNull(own.EndedBecause);
        Assert.Equal(("Ready", "Ready"), (space.StateOf(First), space.StateOf(Second)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Shows("9.3/inside-call-fail")]
    public async Task A_colleague_who_is_not_ready_or_does_not_answer_makes_it_fail(bool isReady)
    {
        using var space = Create(With(Second, a => a with { Conduct = new() { Ignores = 1 } }));
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        if (!isReady)
        {
            space.Agents.Ask(Second, new AgentInput.SetNotReady(1));
        }

        Assert.Null(person.CallOut("102"));
        await space.AdvanceAsync(isReady ? 31 : 1);

        Assert.Equal(
            ["AgentEvent_Inside_Call_Fail", "AgentOther_PhoneRelease", "AgentState_Ready"],
            space.NoticesOf(First).Select(n => n.EventType).TakeLast(3));
    }
}
