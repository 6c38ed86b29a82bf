using CecSim.Simulation.Tests.ConnectionBar;
using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Agents;

/// <summary>Shifts and rests of simulated agents, and their end when a person sits down.</summary>
public sealed class AgentAutomationTests
{
    // A space begins at 09:00.
    private static readonly DailyHours UntilOneMinutePast =
        new() { From = new TimeOnly(8, 0), To = new TimeOnly(9, 1) };

    private static readonly AgentRest EveryFiveMinutes = new(
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Rests_come_again_and_again()
    {
        using var space = Create(Centre(Voice, Agent(101, new AgentBehavior { Rests = EveryFiveMinutes })));

        List<string> states = [];
        for (var minute = 1; minute <= 14; minute++)
        {
            await space.AdvanceAsync(60);
            states.Add(space.StateOf(101));
        }

        Assert.Equal([5, 11], states.Index().Where(s => s.Item == "Resting").Select(s => s.Index + 1));
    }

    [Fact]
    public async Task A_rest_that_a_shift_did_not_come_to_is_not_taken_on_the_next_day()
    {
        using var space = Create(Centre(
            Voice, Agent(101, new AgentBehavior { Shift = UntilOneMinutePast, Rests = EveryFiveMinutes })));
        await space.AdvanceAsync(60);
        Assert.Equal("SignedOut", space.StateOf(101));

        await space.AdvanceAsync(23 * 3600 - 60);
        Assert.Equal("Ready", space.StateOf(101));
        await space.AdvanceAsync(299);
        Assert.Equal("Ready", space.StateOf(101));
        await space.AdvanceAsync(1);

        Assert.Equal("Resting", space.StateOf(101));
    }

    [Fact]
    public async Task A_person_who_sits_down_is_signed_in_by_no_shift_and_sent_to_no_rest()
    {
        using var space = Create(Centre(
            Voice,
            Agent(101, new AgentBehavior { Shift = UntilOneMinutePast, Rests = EveryFiveMinutes }) with
            {
                AccountCode = "11",
            }));

        var person = new BarPerson(space);
        Assert.Equal("SignedOut", person.State);
        await space.AdvanceAsync(23 * 3600);
        Assert.Equal("SignedOut", person.State);
        person.Do(new AgentInput.SignIn());
        await space.AdvanceAsync(600);

        Assert.Equal("Ready", person.State);
    }

    [Fact]
    public void A_rest_is_reminded_of_when_it_has_taken_as_long_as_it_may()
    {
        var now = ClockSettings.Frozen.StartsAt!.Value;

        Assert.Equal(
            new AgentState.Resting(4, now.AddMinutes(5)),
            Assert.IsType<AgentDecision.Accepted>(AgentMachine.Decide(
                new AgentState.Ready(), new AgentInput.SetRest(4, TimeSpan.FromMinutes(5)), now)).Next);
    }
}
