using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Outbound;
using CecSim.Simulation.Tests.ConnectionBar;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Phones;

/// <summary>What a registered phone makes of an agent's calls.</summary>
public sealed class AgentPhonesTests
{
    private static readonly AgentInput SignIn = new AgentInput.SignIn();
    private static readonly AgentInput Answer = new AgentInput.Answer();

    [Fact]
    [Shows("9.3/phone-offhook")]
    public async Task A_simulated_agents_phone_rings_and_picking_up_connects_the_customer()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        var caller = space.Call("u1");
        await space.AdvanceAsync(3);
        Assert.Empty(space.See(caller));
        Assert.False(line.Last.AnswersItself);

        space.Phones.Alerts(line.Last);
        await space.AdvanceAsync(2);
        space.Phones.PicksUp(line.Last);
        await space.AdvanceAsync(10);
        space.Phones.HangsUp(line.Last);
        await space.AdvanceAsync(5);

        Assert.Equal(["5s Connected", "15s Released 0"], space.See(caller));
        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentOther_PhoneOffhook",
                "AgentEvent_Ringing", "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release",
                "AgentOther_PhoneRelease", "AgentState_Work", "AgentState_Ready",
            ],
            space.Agents.Events.Select(e => e.Notice.EventType));
    }

    [Fact]
    public async Task A_phone_that_answers_before_it_rings_has_rung_all_the_same()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        space.Call("u1");
        await space.AdvanceAsync(0);

        space.Phones.PicksUp(line.Last);

        Assert.Equal(
            ["AgentOther_PhoneAlerting", "AgentOther_PhoneOffhook", "AgentEvent_Ringing", "AgentEvent_Talking"],
            space.Agents.Events.Select(e => e.Notice.EventType).TakeLast(4));
    }

    [Fact]
    public async Task An_agent_without_a_phone_answers_by_itself_as_before()
    {
        using var space = Create(PhoneCentre.Of());
        var caller = space.Call("u1");

        await space.AdvanceAsync(2);

        Assert.Equal(["0s Connected"], space.See(caller));
    }

    [Fact]
    public async Task A_customer_who_gives_up_silences_the_phone()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        var caller = space.Call("u1");
        await space.AdvanceAsync(5);

        space.Calls.Drop(caller);

        Assert.Equal("the call is over", line.Last.EndedBecause);
    }

    [Fact]
    [Shows("9.3/bar-waits-for-phone")]
    public async Task Answering_at_the_bar_waits_for_the_phone_to_be_picked_up()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        var person = new BarPerson(space);
        person.Do(SignIn);
        var caller = space.Call("u1");
        await space.AdvanceAsync(1);
        space.Phones.Alerts(line.Last);

        Assert.Null(person.Do(Answer));
        Assert.Equal("Ringing", person.State);
        await space.AdvanceAsync(2);
        space.Phones.PicksUp(line.Last);

        Assert.Equal("Talking", person.State);
        Assert.Equal(["3s Connected"], space.See(caller));
        Assert.Single(line.Legs);
    }

    [Fact]
    public async Task Answering_at_the_bar_asks_a_phone_that_can_to_answer_by_itself()
    {
        using var space = Create(PhoneCentre.Of(a => a with { PhoneAnswersItself = true }));
        var line = FakeLine.Register(space);
        var person = new BarPerson(space);
        person.Do(SignIn);
        space.Call("u1");
        await space.AdvanceAsync(1);
        person.Do(Answer);

        Assert.Equal([false, true], line.Legs.Select(l => l.AnswersItself));
        Assert.NotNull(line.Legs[0].EndedBecause);
        space.Phones.Fails(line.Legs[0], 487);
        space.Phones.PicksUp(line.Legs[1]);
        Assert.Equal("Talking", person.State);
    }

    [Fact]
    public async Task Where_the_bar_has_to_answer_too_picking_up_alone_connects_nobody()
    {
        using var space = Create(PhoneCentre.Of() with { ConnectionBar = new BarSettings { PhoneAnswers = false } });
        var line = FakeLine.Register(space);
        var person = new BarPerson(space);
        person.Do(SignIn);
        var caller = space.Call("u1");
        await space.AdvanceAsync(1);
        space.Phones.PicksUp(line.Last);
        Assert.Equal("Ringing", person.State);
        Assert.Empty(space.See(caller));

        person.Do(Answer);

        Assert.Equal("Talking", person.State);
        Assert.Equal(["1s Connected"], space.See(caller));
    }

    [Fact]
    public async Task The_phone_holds_and_retrieves_the_call()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        space.Call("u1");
        await space.AdvanceAsync(0);
        space.Phones.PicksUp(line.Last);

        space.Phones.Holds(line.Last, isHolding: true);
        Assert.IsType<AgentState.Holding>(Assert.Single(space.Agents.View).State);
        space.Phones.Holds(line.Last, isHolding: false);

        Assert.IsType<AgentState.Talking>(Assert.Single(space.Agents.View).State);
    }

    [Fact]
    public async Task A_registration_ends_with_its_time_which_is_the_spaces()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space, seconds: 60);
        await space.AdvanceAsync(59);
        Assert.Equal(60, space.SecondsUntil(Assert.Single(space.Phones.View).ExpiresAt));
        Assert.True(space.Phones.HasPhone(101));

        await space.AdvanceAsync(1);

        Assert.Empty(space.Phones.View);
        Assert.False(space.Phones.HasPhone(101));
        Assert.Equal("sip:8801@127.0.0.1:5099", Assert.Single(line.Ended).Contact);
    }

    [Fact]
    [Shows("9.3/call-out-phone-first")]
    public async Task A_call_out_rings_the_agents_own_phone_first_and_the_number_only_then()
    {
        using var space = Create(PhoneCentre.Of());
        var line = FakeLine.Register(space);
        var person = new BarPerson(space);
        person.Do(SignIn);
        Assert.Null(person.CallOut("13800000000"));
        Assert.Equal("Dialing", person.State);
        await space.AdvanceAsync(10);
        Assert.Equal("Dialing", person.State);
        space.Phones.Alerts(line.Last);
        space.Phones.PicksUp(line.Last);
        await space.AdvanceAsync(1);
        Assert.Equal([PhoneSound.Ringback], line.Last.Heard);
        await space.AdvanceAsync(3);

        Assert.Equal("Talking", person.State);
        Assert.Equal([PhoneSound.Ringback, PhoneSound.FarEnd], line.Last.Heard);
        Assert.Equal(
            [
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentOther_PhoneOffhook", "AgentState_Busy",
                "AgentEvent_Talking",
            ],
            person.TakeAll());
    }

    [Theory]
    [InlineData(OutboundOutcome.Busy, PhoneSound.Busy)]
    [InlineData(OutboundOutcome.WrongNumber, PhoneSound.SpecialInformation)]
    public async Task A_number_that_is_not_reached_is_heard_at_the_phone(OutboundOutcome fate, PhoneSound heard)
    {
        using var space = Create(PhoneCentre.Of() with { Outbound = [new OutboundRule { Fate = fate }] });
        var leg = new FakeLeg(null, false);
        FakeLine.Register(space);

        Assert.Null(space.Phones.Dial("8801", "13900000000", MediaAbility.Voice, leg));
        await space.AdvanceAsync(1);
        Assert.Equal([heard], leg.Heard);
        Assert.Null(leg.EndedBecause);
        await space.AdvanceAsync(4);

        Assert.NotNull(leg.EndedBecause);
        Assert.IsType<AgentState.Ready>(Assert.Single(space.Agents.View).State);
    }

    [Fact]
    public void An_agent_in_a_call_cannot_dial()
    {
        using var space = Create(PhoneCentre.Of());
        FakeLine.Register(space);
        space.Phones.Dial("8801", "13900000000", MediaAbility.Voice, new FakeLeg(null, false));

        Assert.Equal(
            AgentRefusal.InCall,
            space.Phones.Dial("8801", "13900000001", MediaAbility.Voice, new FakeLeg(null, false)));
    }
}
