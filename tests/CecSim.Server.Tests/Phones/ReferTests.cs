using CecSim.Server.Tests.Gateway;
using CecSim.Simulation.Ivr;
using CecSim.Simulation.Outbound;
using static CecSim.Server.Tests.Phones.PhoneBench;
using static CecSim.Server.Tests.Phones.WirePhone;

namespace CecSim.Server.Tests.Phones;

/// <summary>
/// An agent hands its customer on at its phone: the call flows of RFC 5359 that apply, between sockets.
/// </summary>
public sealed class ReferTests
{
    private const string Second = "88881002";

    // RFC 5359, section 2.4.
    [Fact]
    [Shows("6/refer")]
    public async Task Section_2_4_Transfer_unattended()
    {
        await using var cec = await StartAsync();
        using var first = await WirePhone.RegisterAsync(cec, "88881001");
        using var second = await WirePhone.RegisterAsync(cec, Second);
        var leg = await TakeCustomerAsync(cec, first);

        var accepted = await first.AskAsync("REFER", leg, $"Refer-To: <sip:{Second}@127.0.0.1>\r\n");

        Assert.StartsWith("SIP/2.0 202 Accepted", accepted, StringComparison.Ordinal);
        Assert.Equal("SIP/2.0 100 Trying\r\n", BodyOf(await first.TakeAsync("NOTIFY")));
        var done = await first.TakeAsync("NOTIFY");
        Assert.Equal("terminated;reason=noresource", Header(done, "Subscription-State"));
        Assert.Equal("SIP/2.0 200 OK\r\n", BodyOf(done));
        await first.TakeAsync("BYE");
        await second.PickUpAsync();
        await EventAsync(cec, "AgentEvent_Talking", count: 2);
        Assert.Equal("u1", cec.Spaces.First.Agents.View[1].Caller?.UserId);
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("123459")]
    public async Task A_flow_is_named_as_the_scenario_does_or_by_its_number(string user)
    {
        await using var cec = await StartAsync();
        using var first = await WirePhone.RegisterAsync(cec, "88881001");
        using var second = await WirePhone.RegisterAsync(cec, Second);
        var leg = await TakeCustomerAsync(cec, first);

        await first.AskAsync("REFER", leg, $"Refer-To: <sip:{user}@127.0.0.1>\r\n");

        await first.TakeAsync("NOTIFY");
        Assert.Equal("SIP/2.0 200 OK\r\n", BodyOf(await first.TakeAsync("NOTIFY")));
        await first.TakeAsync("BYE");
        Assert.Equal("menu", cec.Space.Calls.View[0].Ivr);

        await cec.AdvanceAsync(5);
        await second.PickUpAsync();
        await EventAsync(cec, "AgentEvent_Talking", count: 2);
    }

    // RFC 5359, section 2.5.
    [Fact]
    [Shows("6/refer-replaces")]
    public async Task Section_2_5_Transfer_attended()
    {
        await using var cec = await StartAsync();
        using var first = await WirePhone.RegisterAsync(cec, "88881001");
        using var second = await WirePhone.RegisterAsync(cec, Second);
        var customer = await TakeCustomerAsync(cec, first);
        Assert.StartsWith("SIP/2.0 200", await first.HoldAsync(customer, isHolding: true), StringComparison.Ordinal);
        await EventAsync(cec, "AgentEvent_Hold");

        var picking = second.PickUpAsync();
        var consultation = await first.DialAsync(Second, "consultation");
        await picking;
        await EventAsync(cec, "AgentEvent_Talking", count: 3);
        var accepted = await first.AskAsync(
            "REFER", customer, $"Refer-To: <sip:{Second}@127.0.0.1?Replaces={consultation.Replaces}>\r\n");

        Assert.StartsWith("SIP/2.0 202 Accepted", accepted, StringComparison.Ordinal);
        await first.TakeAsync("NOTIFY");
        Assert.Equal("SIP/2.0 200 OK\r\n", BodyOf(await first.TakeAsync("NOTIFY")));
        await Eventually.IsTrueAsync(
            "the customer with the second agent", () => cec.Spaces.First.Agents.View[1].Caller?.UserId == "u1");
    }

    // RFC 5359, section 2.1.
    [Fact]
    public async Task Section_2_1_Hold()
    {
        await using var cec = await StartAsync();
        using var first = await WirePhone.RegisterAsync(cec, "88881001");
        var leg = await TakeCustomerAsync(cec, first);

        var held = await first.HoldAsync(leg, isHolding: true);
        Assert.Contains("a=recvonly", held, StringComparison.Ordinal);
        await EventAsync(cec, "AgentEvent_Hold");
        var back = await first.HoldAsync(leg, isHolding: false);

        Assert.DoesNotContain("a=recvonly", back, StringComparison.Ordinal);
        await EventAsync(cec, "AgentEvent_Talking", count: 2);
    }

    [Theory]
    [InlineData("sip:none@127.0.0.1", 484)]
    [InlineData("sip:88881001@127.0.0.1", 482)]
    [InlineData("sip:1003@127.0.0.1", 480)]
    [InlineData("sip:video@127.0.0.1", 488)]
    [InlineData("sip:closed@127.0.0.1", 480)]
    [InlineData("sip:x@127.0.0.1?Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc", 481)]
    [Shows("6/refer-refused")]
    public async Task What_cannot_be_is_refused_with_a_status_and_a_reason_and_the_call_goes_on(string to, int status)
    {
        await using var cec = await StartAsync();
        using var first = await WirePhone.RegisterAsync(cec, "88881001");
        var leg = await TakeCustomerAsync(cec, first);

        var refused = await first.AskAsync("REFER", leg, $"Refer-To: <{to}>\r\n");

        Assert.StartsWith($"SIP/2.0 {status} ", refused, StringComparison.Ordinal);
        Assert.Contains("cannot hand its call on", Header(refused, "Warning"), StringComparison.Ordinal);
        Assert.IsType<AgentState.Talking>(cec.Spaces.First.Agents.View[0].State);
    }

    [Fact]
    public async Task A_number_that_is_busy_is_told_in_the_last_NOTIFY_and_the_customer_is_back()
    {
        await using var cec = await StartAsync();
        using var first = await WirePhone.RegisterAsync(cec, "88881001");
        var leg = await TakeCustomerAsync(cec, first);
        await first.AskAsync("REFER", leg, "Refer-To: <tel:13800000000>\r\n");
        await first.TakeAsync("NOTIFY");

        await cec.AdvanceAsync(2);

        Assert.Equal("SIP/2.0 486 Busy Here\r\n", BodyOf(await first.TakeAsync("NOTIFY")));
        Assert.IsType<AgentState.Talking>(cec.Spaces.First.Agents.View[0].State);
    }

    private static async Task<Leg> TakeCustomerAsync(TestCec cec, WirePhone agent)
    {
        await (await cec.SignInAsync()).CreateAsync();
        var leg = await agent.PickUpAsync();
        await EventAsync(cec, "AgentEvent_Talking");
        return leg;
    }

    private static async Task<TestCec> StartAsync()
    {
        var cec = await TestCec.StartAsync(Three());
        Assert.Null(cec.Space.Agents.Ask(1003, new AgentInput.SignOut()));
        return cec;
    }

    private static CecSimArgs Three() => Centre(s => s with
    {
        Queues =
        [
            .. s.Queues,
            new() { Name = "video", Type = QueueType.VideoClickToDial },
            s.Queues[0] with { Name = "closed" },
        ],
        Agents =
        [
            s.Agents[0] with { Skills = [new("voice")] },
            s.Agents[0] with { WorkNo = 1002, SipAccount = Second, Skills = [new("voice")] },
            s.Agents[0] with
            {
                WorkNo = 1003,
                SipAccount = null,
                Skills = [new("closed")],
            },
        ],
        CalledRoutes = [new CalledRoute("12345", "9", null) { Ivr = "menu" }],
        Ivr = new Dictionary<string, IvrFlow>
        {
            ["menu"] = new(
                "menu",
                [
                    new IvrStep.Play(new Sound.Speech("please hold the line")),
                    new IvrStep.Leave(new IvrExit.Enqueue("voice")),
                ]),
        },
        Outbound = [new() { Fate = OutboundOutcome.Busy }],
    });
}
