using CecSim.Simulation.Outbound;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.ConnectionBar;

/// <summary>What becomes of the numbers that a person calls. It takes a second until a phone rings.</summary>
public sealed class CallOutTests
{
    private static readonly string[] Dialed = ["AgentOther_PhoneAlerting", "AgentState_Busy"];

    private static readonly string[] Released =
    [
        "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentOther_PhoneRelease", "AgentState_Work",
    ];

    private static readonly string[] Failed =
        ["AgentEvent_Call_Out_Fail", "AgentOther_PhoneRelease", "AgentState_Ready"];

    [Fact]
    public async Task A_customer_who_answers_talks_until_the_agent_hangs_up()
    {
        using var space = Create(With(new OutboundRule { AnswersAfter = TimeSpan.FromSeconds(4) }));
        var person = Call(space, "13800000000");
        Assert.Equal(Dialed, person.TakeAll());

        await space.AdvanceAsync(1);
        Assert.Equal(["AgentEvent_Customer_Alerting"], person.TakeAll());
        await space.AdvanceAsync(4);
        Assert.Equal(["AgentEvent_Talking"], person.TakeAll());
        await space.AdvanceAsync(3600);
        person.Do(new AgentInput.Release(TimeSpan.Zero));

        Assert.Equal(Released, person.TakeAll());
        Assert.Equal("WrapUp", person.State);
    }

    [Fact]
    public async Task A_customer_may_hang_up_too()
    {
        using var space = Create(With(new OutboundRule
        {
            AnswersAfter = TimeSpan.Zero,
            TalksFor = TimeSpan.FromSeconds(20),
        }));
        var person = Call(space, "1");
        await space.AdvanceAsync(20.9);
        Assert.Equal("Talking", person.State);

        await space.AdvanceAsync(0.1);

        Assert.Equal("WrapUp", person.State);
        Assert.Equal([.. Dialed, "AgentEvent_Customer_Alerting", "AgentEvent_Talking", .. Released], person.TakeAll());
    }

    [Theory]
    [InlineData(OutboundOutcome.Busy)]
    [InlineData(OutboundOutcome.WrongNumber)]
    [Shows("9.3/busy-or-wrong-number")]
    public async Task A_number_that_is_busy_or_wrong_fails_without_ringing(OutboundOutcome fate)
    {
        using var space = Create(With(new OutboundRule { Fate = fate }));
        var person = Call(space, "1");
        await space.AdvanceAsync(1);

        Assert.Equal([.. Dialed, .. Failed], person.TakeAll());
        Assert.Equal("Ready", person.State);
    }

    [Fact]
    [Shows("9.3/order-outgoing")]
    public async Task A_customer_who_does_not_answer_is_rung_for_as_long_as_a_phone_rings()
    {
        using var space = Create(With(new OutboundRule { Fate = OutboundOutcome.NoAnswer }));
        var person = Call(space, "1");
        await space.AdvanceAsync(30.9);
        Assert.Equal("Dialing", person.State);

        await space.AdvanceAsync(0.1);

        Assert.Equal([.. Dialed, "AgentEvent_Customer_Alerting", .. Failed], person.TakeAll());
    }

    [Theory]
    [InlineData("Ann")]
    [InlineData("+")]
    [InlineData("12 34")]
    [InlineData("1234567890123456789012345")]
    public async Task What_cannot_be_dialed_is_a_wrong_number(string number)
    {
        using var space = Create(With());
        var person = Call(space, number);
        await space.AdvanceAsync(1);

        Assert.Equal([.. Dialed, .. Failed], person.TakeAll());
    }

    [Fact]
    public async Task The_first_rule_that_covers_the_number_decides()
    {
        using var space = Create(With(
            new OutboundRule { Number = "138*", Fate = OutboundOutcome.Busy },
            new OutboundRule { Number = "1*", Fate = OutboundOutcome.NoAnswer }));
        var person = Call(space, "1390000");
        await space.AdvanceAsync(1);

        Assert.Equal("Dialing", person.State);
    }

    [Fact]
    [Shows("9.3/no-wrap-up-without-talk")]
    public async Task An_agent_who_hangs_up_before_the_answer_has_nothing_to_wrap_up()
    {
        using var space = Create(With());
        var person = Call(space, "1");
        await space.AdvanceAsync(2);
        person.Do(new AgentInput.Release(TimeSpan.Zero));
        await space.AdvanceAsync(60);

        Assert.Equal(
            [
                .. Dialed, "AgentEvent_Customer_Alerting", "AgentEvent_Call_Release", "AgentOther_PhoneRelease",
                "AgentState_Ready",
            ],
            person.TakeAll());
    }

    [Fact]
    [Shows("9.3/calling-number")]
    public async Task The_call_says_that_it_goes_out_and_to_whom()
    {
        using var space = Create(With());
        var person = Call(space, "13800000000");
        await space.AdvanceAsync(4);

        var content = person.TakeEvents().Single(e => e.Notice.EventType == "AgentEvent_Talking").Notice.Content;
        var call = Assert.IsType<AgentNoticeContent.OfTalk>(content).Call;
        Assert.Equal(
            (true, "88880011", "13800000000", MediaAbility.Video),
            (call.IsOutbound, call.Caller, call.Called, call.Media));
    }

    [Fact]
    public void Nobody_calls_who_is_signed_out_or_in_a_call()
    {
        using var space = Create(With());
        var person = new BarPerson(space);
        Assert.Equal(AgentRefusal.SignedOut, space.Bars.CallOut(person.Session, "1", MediaAbility.Voice));

        person.Do(new AgentInput.SignIn());
        Assert.Null(space.Bars.CallOut(person.Session, "1", MediaAbility.Voice));

        Assert.Equal(AgentRefusal.InCall, space.Bars.CallOut(person.Session, "2", MediaAbility.Voice));
        Assert.Equal(AgentRefusal.NotTransferable, person.TransferTo("voice-click"));
    }

    private static BarPerson Call(Space space, string number)
    {
        var person = new BarPerson(space);
        person.Do(new AgentInput.SignIn());
        person.TakeAll();
        Assert.Null(space.Bars.CallOut(person.Session, number, MediaAbility.Video));
        return person;
    }

    private static SpaceSettings With(params OutboundRule[] rules) => new()
    {
        Outbound = rules,
        ConnectionBar = new() { CustomerAlerting = AlertingMeaning.Ringing },
        Agents = [new() { WorkNo = 101, AccountCode = "11", SipAccount = "88880011" }],
    };
}
