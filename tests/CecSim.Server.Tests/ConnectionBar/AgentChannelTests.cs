using CecSim.Simulation.Outbound;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>What the bar's frame asks of its server, and the events that it gets: the raw JSON of them.</summary>
public sealed class AgentChannelTests
{
    private static readonly SpaceSettings OneAgent = new()
    {
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents = [new() { WorkNo = 1001, AccountCode = "11", SipAccount = "88881001" }],
        Outbound =
        [
            new() { Number = "1", TalksFor = TimeSpan.FromSeconds(2) },
            new() { Number = "2", Fate = OutboundOutcome.WrongNumber },
        ],
    };

    [Fact]
    [Shows("8/401-without-cookies")]
    public async Task Who_does_not_keep_cookies_is_refused_as_documented()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new BarPage(cec.Http).ActAsync("open");

        Assert.Equal(401, answer.Status);
        Assert.Contains("third-party cookies", answer.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://crm.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task Pages_of_other_origins_may_not_act_for_the_frame(string origin)
    {
        await using var cec = await TestCec.StartAsync();
        var page = new BarPage(cec.Http);
        await page.LoadAsync();

        Assert.Equal(403, (await page.ActAsync("sign-in", origin: origin)).Status);
        Assert.Equal("signedOut", StateOf(await page.ActAsync("open")));
    }

    [Fact]
    public async Task A_reset_of_the_space_signs_every_page_off()
    {
        await using var cec = await TestCec.StartAsync();
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        cec.Spaces.Hosted[0].Reset(CecSim.Control.Contracts.ResetScope.All);

        Assert.Equal(401, (await page.ActAsync("open")).Status);
    }

    [Fact]
    public async Task The_frame_is_told_whom_it_may_talk_to()
    {
        await using var cec = await TestCec.StartAsync();
        var page = new BarPage(cec.Http);
        await page.LoadAsync();

        Assert.Equal(BarPage.Origin, (await page.ActAsync("open")).Text("origin"));
    }

    [Fact]
    [Shows(
        "8/user-account", "9.2/envelope", "9.2/event-fields", "9.2/event-gen-time", "9.3/busy", "9.3/work",
        "9.3/talking", "9.3/call-release", "9.3/customer-release", "9.3/phone-alerting", "9.3/hold",
        "9.3/customer-alerting", "9.3/ringing",
        "9.3/phone-release", "9.3/content-null", "9.3/content-callid", "9.3/content-talking", "9.3/content-ringing",
        "9.3/content-customer-release", "9.3/type-main", "9.3/media-type", "9.3/feature", "9.3/media-ability",
        "9.3/callid", "9.3/order-incoming", "9.3/order-of-end")]
    public async Task A_call_brings_its_events_in_the_documented_envelope()
    {
        await using var cec = await TestCec.StartAsync(OneAgent);
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");
        var customer = await cec.SignInAsync();
        Assert.Equal("0", (await customer.CreateAsync()).Text("resultCode"));
        await page.MustAsync("answer");
        await page.MustAsync("hold");
        await page.MustAsync("retrieve");
        await page.MustAsync("release");

        var code = cec.Space.Calls.View.Single().AccessCode;
        var talking = Envelope(
            "AgentEvent_Talking",
            "{'caller':'AnonymousCard','callid':'ID','called':'CODE','feature':'0','type':'main','mediaAbility':'1'}");
        Assert.Equal(
            [
                Envelope("AgentState_Ready", "null"),
                Envelope("AgentState_Busy", "null"),
                Envelope("AgentOther_PhoneAlerting", "null"),
                Envelope(
                    "AgentEvent_Ringing",
                    "{'caller':'AnonymousCard','transfer':'no','callid':'ID','transfrom':'','called':'CODE'," +
                    "'type':'main','mediaType':'2','mediaAbility':'1','feature':'0'}"),
                talking,
                Envelope("AgentEvent_Hold", "'ID'"),
                Envelope("AgentEvent_Customer_Alerting", "'ID'"),
                talking,
                Envelope("AgentEvent_Call_Release", "'ID'"),
                Envelope("AgentEvent_Customer_Release", "{'callid':'ID','number':'AnonymousCard'}"),
                Envelope("AgentOther_PhoneRelease", "null"),
                Envelope("AgentState_Work", "null"),
            ],
            (await page.TakeAsync(cec)).Select(e => e.ToJsonString()
                .Replace("1767603600-1", "ID", StringComparison.Ordinal)
                .Replace(code, "CODE", StringComparison.Ordinal)).SkipLast(1));
    }

    [Fact]
    [Shows(
        "9.3/talking", "9.3/customer-alerting-ringing", "9.3/call-out-fail", "9.3/customer-release",
        "9.3/content-callid",
        "9.3/content-talking", "9.3/content-customer-alerting", "9.3/content-customer-release", "9.3/feature",
        "9.3/media-ability", "9.3/callid", "9.3/calling-number", "9.3/order-of-end", "9.3/order-outgoing")]
    public async Task A_call_out_brings_its_events_and_a_wrong_number_its_failure()
    {
        await using var cec = await TestCec.StartAsync(
            OneAgent with { ConnectionBar = new() { CustomerAlerting = AlertingMeaning.Ringing } });
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");
        await page.MustAsync("callout", """{"number":"1","mode":"video"}""");
        await cec.AdvanceAsync(11);
        await page.MustAsync("callout", """{"number":"2","mode":"audio"}""");
        await cec.AdvanceAsync(1);

        var events = await page.TakeAsync(cec);
        Assert.Equal(
            [
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Customer_Alerting",
                "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release",
                "AgentOther_PhoneRelease", "AgentState_Work", "AgentState_Ready",
                "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Call_Out_Fail", "AgentOther_PhoneRelease",
                "AgentState_Ready",
            ],
            events.Select(e => (string)e["event"]!["eventType"]!));
        Assert.Equal(
            """{"callid":"1767603600-1","otherPhoneWorkno":"","otherPhone":"1","type":"main"}""",
            ContentOf(events[3]));
        Assert.Equal(
            """{"caller":"88881001","callid":"1767603600-1","called":"1","feature":"7","type":"main",""" +
            "\"mediaAbility\":\"2\"}",
            ContentOf(events[4]));
        Assert.Equal("""{"callid":"1767603600-1","number":"1"}""", ContentOf(events[6]));
        Assert.Equal("\"1767603611-2\"", ContentOf(events[12]));
    }

    [Fact]
    [Shows(
        "9.3/ready", "9.3/set-not-ready", "9.3/cancel-not-ready", "9.3/set-rest", "9.3/cancel-rest",
        "9.3/rest-timeout", "9.3/rest-10-minutes", "9/sign-out",
        "9.3/set-work", "9.3/cancel-work", "9.3/content-null", "9.3/content-reason",
        "9.3/reason-1-own-wish", "9.3/reason-4-rest")]
    public async Task Every_state_that_a_person_can_choose_tells_of_itself()
    {
        await using var cec = await TestCec.StartAsync(OneAgent);
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        foreach (var action in (string[])
            ["sign-in", "not-ready", "cancel-not-ready", "work", "cancel-work", "rest"])
        {
            await page.MustAsync(action);
        }

        await cec.AdvanceAsync(601);
        await page.MustAsync("cancel-rest");
        await page.MustAsync("sign-out");
        Assert.Equal("signedOut", StateOf(await page.ActAsync("open")));

        var events = await page.TakeAsync(cec);
        Assert.Equal(
            [
                "AgentState_Ready null",
                """AgentState_SetNotReady_Success {"reason":"1"}""",
                "AgentState_CancelNotReady_Success null",
                "AgentState_Ready null",
                "AgentState_SetWork_Success null",
                "AgentState_CancelWork_Success null",
                "AgentState_Ready null",
                """AgentState_SetRest_Success {"reason":"4"}""",
                "AgentState_Rest_Timeout null",
                "AgentState_CancelRest_Success null",
                "AgentState_Ready null",
            ],
            events.Select(e => $"{e["event"]!["eventType"]} {ContentOf(e)}"));
        Assert.Equal(1767603600000 + 600_000, (long)events[8]["event"]!["eventGenTime"]!);
    }

    [Theory]
    [InlineData(true, "7")]
    [InlineData(false, "2")]
    [Shows("9.3/reason-2-and-7")]
    public async Task A_call_that_is_declined_or_missed_makes_the_agent_busy_and_says_why(bool declines, string reason)
    {
        await using var cec = await TestCec.StartAsync(OneAgent);
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");
        await (await cec.SignInAsync()).CreateAsync();
        if (declines)
        {
            await page.MustAsync("decline");
        }
        else
        {
            await cec.AdvanceAsync(30);
        }

        Assert.Equal(Reason(reason), ReasonIn(await page.TakeAsync(cec)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(200)]
    [InlineData(250)]
    [Shows("9.3/other-reasons")]
    public async Task The_control_API_makes_an_agent_busy_for_any_reason(int reason)
    {
        await using var cec = await TestCec.StartAsync(OneAgent);
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");

        await new ControlApiClient(
            cec.Http).PostAsync("spaces/demo/agents/1001/not-ready", $$"""{"reason":{{reason}}}""");

        Assert.Equal(Reason($"{reason}"), ReasonIn(await page.TakeAsync(cec)));
    }

    [Theory]
    [InlineData("answer", "{}", "100-001", "NoCallRings")]
    [InlineData("cancel-rest", "{}", "100-001", "NotResting")]
    [InlineData("transfer", """{"queue":"nowhere"}""", "100-001", "NoCall")]
    public async Task What_cannot_be_done_is_refused_with_a_reason(
        string action, string body, string code, string message)
    {
        await using var cec = await TestCec.StartAsync();
        var page = new BarPage(cec.Http);
        await page.LoadAsync();
        await page.MustAsync("sign-in");

        var answer = await page.ActAsync(action, body);

        Assert.Equal((200, code, message), (answer.Status, answer.Text("retcode"), answer.Text("message")));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_with_the_code_that_clients_know()
    {
        await using var cec = await TestCec.StartAsync();
        var page = new BarPage(cec.Http);
        await page.LoadAsync();

        Assert.Equal("100-006", (await page.ActAsync("not-ready")).Text("retcode"));
    }

    [Theory]
    [InlineData("callout", """{"number":"1","mode":"fax"}""", 400)]
    [InlineData("callout", """{"mode":"audio"}""", 400)]
    [InlineData("transfer", "{}", 400)]
    [InlineData("dance", "{}", 404)]
    public async Task What_is_not_understood_is_refused_by_status(string action, string body, int status)
    {
        await using var cec = await TestCec.StartAsync();
        var page = new BarPage(cec.Http);
        await page.LoadAsync();

        Assert.Equal(status, (await page.ActAsync(action, body)).Status);
    }

    private static string Reason(string reason) => $$"""{"reason":"{{reason}}"}""";

    private static string ReasonIn(IEnumerable<JsonNode> events) => ContentOf(
        events.Single(e => (string?)e["event"]!["eventType"] == "AgentState_SetNotReady_Success"));

    private static string StateOf(Answer answer) => (string)JsonNode.Parse(answer.Body)!["agent"]!["state"]!;

    private static string ContentOf(JsonNode envelope) => envelope["event"]!["content"]?.ToJsonString() ?? "null";

    private static string Envelope(string eventType, string content) =>
        ("{'message':'','retcode':'0','event':{'eventType':'TYPE','eventGenTime':1767603600000,'workNo':'1001'," +
        "'content':CONTENT}}")
            .Replace("CONTENT", content, StringComparison.Ordinal)
            .Replace("TYPE", eventType, StringComparison.Ordinal)
            .Replace('\'', '"');
}
