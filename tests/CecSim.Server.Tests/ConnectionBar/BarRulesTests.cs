using CecSim.Server.Tests.Gateway;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>What the guide lets an agent do, and what not: chapters 4.2, 6.1 and 7. Read from the wire.</summary>
public sealed class BarRulesTests
{
    private static readonly SpaceSettings Desk = new()
    {
        Queues =
        [
            new() { Name = "first", Type = QueueType.VoiceClickToDial },
            new() { Name = "second", Type = QueueType.VoiceClickToDial },
            new() { Name = "seen", Type = QueueType.VideoClickToDial },
            new() { Name = "written", Type = QueueType.Multimedia },
            new() { Name = "spoken", Type = QueueType.Voice },
        ],
        Agents =
        [
            new() { WorkNo = 1001, AccountCode = "11", SipAccount = "88881001", SipPassword = "cti-1234" },
        ],
        Outbound = [new() { Number = "1" }],
    };

    [Theory]
    [InlineData(AlertingMeaning.Holding, "", "AgentEvent_Hold AgentEvent_Customer_Alerting")]
    [InlineData(AlertingMeaning.Ringing, "AgentEvent_Customer_Alerting ", "AgentEvent_Hold")]
    [Shows("9.3/customer-alerting", "9.3/customer-alerting-ringing", "9.3/hold")]
    public async Task Customer_Alerting_tells_of_a_hold_or_of_a_phone_that_rings(
        AlertingMeaning meaning, string whileRinging, string onHold)
    {
        await using var cec = await TestCec.StartAsync(
            Desk with { ConnectionBar = new() { CustomerAlerting = meaning } });
        var page = await SignedInAsync(cec);
        await page.MustAsync("callout", """{"number":"1","mode":"audio"}""");
        await cec.AdvanceAsync(7);

        Assert.Equal(
            $"AgentState_Ready AgentOther_PhoneAlerting AgentState_Busy {whileRinging}AgentEvent_Talking",
            await TakeAsync(cec, page));
        await page.MustAsync("hold");
        Assert.Equal(onHold, await TakeAsync(cec, page));
    }

    [Fact]
    [Shows("10.1/transfer-same-type")]
    public async Task A_call_is_handed_on_to_queues_of_its_own_type_and_no_others_are_offered()
    {
        await using var cec = await TestCec.StartAsync(Desk);
        var page = await SignedInAsync(cec);
        await (await cec.SignInAsync()).CreateAsync();
        await page.MustAsync("answer");

        var opened = await page.ActAsync("open");
        Assert.Equal(
            ["first", "second"],
            JsonNode.Parse(opened.Body)!["agent"]!["queues"]!.AsArray().Select(q => (string?)q));
        foreach (var queue in (string[])["seen", "written", "spoken"])
        {
            var refused = await page.ActAsync("transfer", $$"""{"queue":"{{queue}}"}""");
            Assert.Equal(("100-001", "QueueOfOtherType"), (refused.Text("retcode"), refused.Text("message")));
        }

        await page.MustAsync("transfer", """{"queue":"second"}""");
    }

    [Theory]
    [InlineData(AgentRole.Callout, true, "0")]
    [InlineData(AgentRole.Common, false, "100-001")]
    [Shows("10.3/only-callout-declines")]
    public async Task At_the_bar_only_a_callout_agent_may_decline(AgentRole role, bool mayDecline, string code)
    {
        await using var cec = await TestCec.StartAsync(Desk with { Agents = [Desk.Agents[0] with { Role = role }] });
        var page = await SignedInAsync(cec);
        await (await cec.SignInAsync()).CreateAsync();

        var opened = await page.ActAsync("open");
        Assert.Equal(mayDecline, (bool?)JsonNode.Parse(opened.Body)!["agent"]!["mayDecline"]);
        var declined = await page.ActAsync("decline");

        Assert.Equal(code, declined.Text("retcode"));
        Assert.Equal(mayDecline ? "" : "RoleMayNotDecline", declined.Text("message"));
        if (!mayDecline)
        {
            await page.MustAsync("answer");
        }
    }

    [Fact]
    [Shows("10.3/only-callout-declines")]
    public async Task By_hand_a_common_agent_does_not_decline_either_and_the_call_rings_on()
    {
        await using var cec = await TestCec.StartAsync(
            Desk with { Agents = [Desk.Agents[0] with { Role = AgentRole.Common }] });
        var control = new ControlApiClient(cec.Http);
        await (await cec.SignInAsync()).CreateAsync();

        var problem = await control.PostAsync("spaces/demo/agents/1001/decline");

        problem.MustBeProblem(409, "agent-refuses");
        Assert.Contains("table 4-4", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal("talking", (string?)(await control.PostAsync("spaces/demo/agents/1001/answer"))["state"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Shows("9/softphone-login")]
    public async Task Where_a_softphone_is_required_nobody_answers_or_calls_out_without_one(bool isRegistered)
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            SipPort = 0,
            Spaces = [Desk with { ConnectionBar = new() { SoftphoneRequired = true } }],
        });
        if (isRegistered)
        {
            await SoftphoneTests.RegisterAsync(cec, "88881001", "cti-1234");
        }

        var page = await SignedInAsync(cec);
        var called = await page.ActAsync("callout", """{"number":"1","mode":"audio"}""");
        if (isRegistered)
        {
            await page.MustAsync("release");
        }

        await (await cec.SignInAsync()).CreateAsync();
        var answered = await page.ActAsync("answer");

        var (code, message) = isRegistered ? ("0", "") : ("100-001", "NoSoftphone");
        Assert.Equal((code, message), (called.Text("retcode"), called.Text("message")));
        Assert.Equal((code, message), (answered.Text("retcode"), answered.Text("message")));
        Assert.Equal("", await cec.FoundAsync());
    }

    [Theory]
    [InlineData(true, false, "softphone-missingx1")]
    [InlineData(true, true, "")]
    [InlineData(false, false, "")]
    [Shows("9/softphone-login", "9/softphone-not-demanded")]
    public async Task Answers_without_a_softphone_are_found_once_where_one_could_register(
        bool canRegister, bool isRegistered, string found)
    {
        await using var cec = await TestCec.StartAsync(
            new CecSimArgs { SipPort = canRegister ? 0 : null, Spaces = [Desk] });
        if (isRegistered)
        {
            await SoftphoneTests.RegisterAsync(cec, "88881001", "cti-1234");
        }

        var page = await SignedInAsync(cec);
        for (var i = 1; i <= 2; i++)
        {
            await (await cec.SignInAsync($"u{i}")).CreateAsync();
            await page.MustAsync("answer");
            if (isRegistered)
            {
                // The phone is to be picked up now, and never will be.
                break;
            }

            await page.MustAsync("release");
            await page.MustAsync("cancel-work");
        }

        Assert.Equal(found, string.Join(
            ' ',
            (await cec.FindingsAsync())
                .Where(f => (string?)f["code"] == "softphone-missing")
                .Select(f => $"{f["code"]}x{f["count"]}")));
    }

    private static async Task<BarPage> SignedInAsync(TestCec cec)
    {
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");
        return page;
    }

    private static async Task<string> TakeAsync(TestCec cec, BarPage page)
    {
        var events = await page.TakeAsync(cec);
        return string.Join(' ', events.Select(e => (string?)e["event"]!["eventType"]));
    }
}
