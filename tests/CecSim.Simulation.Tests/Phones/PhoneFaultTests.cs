using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Phones;

/// <summary>What goes wrong at an agent's phone: told to its line with the call.</summary>
public sealed class PhoneFaultTests
{
    [Fact]
    public async Task An_INVITE_to_a_phone_is_struck_by_faults_of_phones_alone_and_by_whose_call_it_is()
    {
        FaultRule[] faults =
        [
            new(CecOperation.Phone, FaultWhen.Always, new Busy()) { Match = new("u1") },
            new(CecOperation.Phone, new FaultWhen { Nth = 2 }, new WrongCodec()),
            new(CecOperation.Invite, FaultWhen.Always, new NoAnswer()),
        ];
        using var space = Create(PhoneCentre.Of(agents: 2) with { Faults = faults });
        var (first, second) = (FakeLine.Register(space, "8801"), FakeLine.Register(space, "8802"));
        space.Call("u1");
        space.Call("u2");
        await space.AdvanceAsync(0);

        Assert.Equal([new Busy()], first.Last.Faults);
        Assert.Equal([new WrongCodec()], second.Last.Faults);
        Assert.Equal([(1L, 1L), (2L, 1L), (0L, 0L)], space.Faults.View.Select(f => (f.SeenCount, f.StrikesCount)));
    }

    [Fact]
    public async Task A_phone_that_an_agent_dials_at_is_called_by_nobody()
    {
        FaultRule fault = new(CecOperation.Phone, FaultWhen.Always, new Busy());
        using var space = Create(PhoneCentre.Of() with { Faults = [fault] });
        FakeLine.Register(space);

        space.Phones.Dial("8801", "13900000000", MediaAbility.Voice, new FakeLeg(null, false));
        await space.AdvanceAsync(1);

        Assert.Equal(0, Assert.Single(space.Faults.View).SeenCount);
    }

    [Fact]
    public async Task Late_ringing_is_told_when_its_time_has_come()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        space.Call("u1");
        await space.AdvanceAsync(0);
        space.Phones.AlertsAfter(TimeSpan.FromSeconds(5), line.Last);
        await space.AdvanceAsync(4);
        Assert.DoesNotContain("AgentOther_PhoneAlerting", Told(space));

        await space.AdvanceAsync(1);

        Assert.Contains("AgentOther_PhoneAlerting", Told(space));
    }

    [Fact]
    public async Task Late_ringing_of_a_phone_that_was_picked_up_meanwhile_is_told_no_more()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        space.Call("u1");
        await space.AdvanceAsync(0);
        space.Phones.AlertsAfter(TimeSpan.FromSeconds(5), line.Last);
        space.Phones.PicksUp(line.Last);

        await space.AdvanceAsync(6);

        Assert.Single(Told(space), "AgentOther_PhoneAlerting");
        Assert.IsType<AgentState.Talking>(Assert.Single(space.Agents.View).State);
    }

    private static IEnumerable<string> Told(Space space) => space.Agents.Events.Select(e => e.Notice.EventType);
}
