using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.ConnectionBar;

/// <summary>
/// A quality checker acts by the control API: what its page, the page of the agent and the customer are told of it.
/// </summary>
public sealed class QualityCheckerTests
{
    private const string Checker = "spaces/demo/agents/1002";
    private const string OfAgent = """{"agent":1001}""";

    private static readonly SpaceSettings Desk = new()
    {
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents =
        [
            new() { WorkNo = 1001, AccountCode = "11" },
            new() { WorkNo = 1002, AccountCode = "12", Role = AgentRole.QualityChecker },
        ],
    };

    [Fact]
    [Shows("10.3/quality-checker")]
    public async Task Its_page_rings_and_talks_as_it_listens_and_the_agents_page_is_told_nothing()
    {
        await using var desk = await TalkingAsync();

        Assert.Equal("talking", (string?)(await desk.CheckAsync("listen"))["state"]);

        Assert.Equal(
            [
                "AgentState_Busy null", "AgentOther_PhoneAlerting null",
                "AgentEvent_Ringing {'caller':'1001','transfer':'yes','callid':'ID','transfrom':'1001'," +
                "'called':'1002','type':'main','mediaType':'2','mediaAbility':'1','feature':'0'}",
                "AgentEvent_Talking {'caller':'1001','callid':'ID','called':'1002','feature':'0','type':'main'," +
                "'mediaAbility':'1'}",
            ],
            await desk.TakeAsync(desk.CheckersPage));
        Assert.Empty(await desk.TakeAsync(desk.AgentsPage));
    }

    [Fact]
    [Shows("10.3/quality-checker")]
    public async Task The_agent_is_told_its_partner_once_it_inserts_itself()
    {
        await using var desk = await TalkingAsync();
        await desk.CheckAsync("listen");

        Assert.Equal("talking", (string?)(await desk.CheckAsync("insert"))["state"]);

        Assert.Equal(
            ["AgentEvent_Conference {'callid':'ID','partner':'1002'}"], await desk.TakeAsync(desk.AgentsPage));
    }

    [Fact]
    [Shows("10.3/quality-checker")]
    public async Task The_customer_is_told_168106_once_it_intercepts_and_the_agent_wraps_up()
    {
        await using var desk = await TalkingAsync();
        await desk.CheckAsync("listen");
        await desk.TakeAsync(desk.CheckersPage);

        Assert.Equal("talking", (string?)(await desk.CheckAsync("intercept"))["state"]);

        Assert.Contains("\"eventId\":168106", (await desk.Customer.PollAsync()).Body, StringComparison.Ordinal);
        var agents = await new ControlApiClient(desk.Cec.Http).GetAsync("spaces/demo/agents");
        Assert.Equal("u1", (string?)agents["agents"][1]!["callWith"]);
        Assert.Equal(
            [
                "AgentEvent_Call_Release 'ID'", "AgentEvent_Customer_Release {'callid':'ID','number':'AnonymousCard'}",
                "AgentOther_PhoneRelease null", "AgentState_Work null", "AgentState_Ready null",
            ],
            await desk.TakeAsync(desk.AgentsPage));
        Assert.Equal(
            [
                "AgentEvent_Talking {'caller':'AnonymousCard','callid':'ID','called':'CODE','feature':'0'," +
                "'type':'main','mediaAbility':'1'}",
            ],
            await desk.TakeAsync(desk.CheckersPage));
    }

    [Fact]
    [Shows("9.3/force-not-ready")]
    public async Task An_agent_that_it_makes_busy_and_ready_is_told_both()
    {
        await using var desk = await StartAsync();

        await desk.CheckAsync("force-not-ready");
        await desk.CheckAsync("force-ready");

        Assert.Equal(
            [
                "AgentState_Force_SetNotReady null", "AgentState_SetNotReady_Success {'reason':'3'}",
                "AgentState_Force_Ready null", "AgentState_Ready null",
            ],
            await desk.TakeAsync(desk.AgentsPage));
    }

    [Fact]
    public async Task What_it_may_not_is_a_problem_that_says_why()
    {
        await using var desk = await StartAsync();
        var control = new ControlApiClient(desk.Cec.Http);

        (await control.PostAsync($"{Checker}/listen", OfAgent)).MustBeProblem(409, "agent-refuses");
        (await control.PostAsync("spaces/demo/agents/1001/listen", """{"agent":1002}"""))
            .MustBeProblem(409, "agent-refuses");
        (await control.PostAsync($"{Checker}/insert", "{}")).MustBeProblem(400, "bad-request");
    }

    [Theory]
    [InlineData("listen")]
    [InlineData("insert")]
    [InlineData("intercept")]
    [InlineData("force-not-ready")]
    [InlineData("force-ready")]
    [Shows("10.3/quality-checker-at-the-bar")]
    public async Task The_bar_knows_no_operation_of_it_since_no_document_does(string action)
    {
        await using var desk = await TalkingAsync();

        Assert.Equal(404, (await desk.CheckersPage.ActAsync(action, OfAgent)).Status);
    }

    private static async Task<CheckedDesk> StartAsync()
    {
        var desk = new CheckedDesk(await TestCec.StartAsync(Desk));
        await desk.SignInAsync();
        return desk;
    }

    private static async Task<CheckedDesk> TalkingAsync()
    {
        var desk = await StartAsync();
        await desk.Customer.CreateAsync();
        await desk.AgentsPage.MustAsync("answer");
        await desk.TakeAsync(desk.AgentsPage);
        await desk.Customer.PollAsync();
        return desk;
    }

    private sealed class CheckedDesk(TestCec cec) : IAsyncDisposable
    {
        private readonly HttpClient _other = new() { BaseAddress = cec.Http.BaseAddress };
        private CecClient? _customer;

        public TestCec Cec => cec;

        public CecClient Customer => _customer!;

        public BarPage AgentsPage { get; } = new(cec.Http);

        public BarPage CheckersPage => field ??= new(_other);

        public async Task SignInAsync()
        {
            foreach (var (page, account) in new[] { (AgentsPage, "11"), (CheckersPage, "12") })
            {
                await page.LoadAsync(BarPage.Credentials(account: account));
                await page.MustAsync("sign-in");
                await TakeAsync(page);
            }

            _customer = await cec.SignInAsync();
        }

        public async Task<Reply> CheckAsync(string action) =>
            await new ControlApiClient(cec.Http).PostAsync($"{Checker}/{action}", OfAgent);

        /// <summary>Type and content of what came, with the quotes of C# in the place of those of JSON.</summary>
        public async Task<IReadOnlyList<string>> TakeAsync(BarPage page)
        {
            List<string> told = [];
            foreach (var envelope in await page.TakeAsync(cec))
            {
                var content = envelope["event"]!["content"];
                var id = (content as JsonValue)?.ToString() ?? (string?)(content?["callid"] ?? content?["callId"]);
                var text = $"{envelope["event"]!["eventType"]} {content?.ToJsonString() ?? "null"}";
                text = string.IsNullOrEmpty(id) ? text : text.Replace(id, "ID", StringComparison.Ordinal);
                var code = cec.Space.Calls.View.SingleOrDefault()?.AccessCode;
                text = string.IsNullOrEmpty(code) ? text : text.Replace(code, "CODE", StringComparison.Ordinal);
                told.Add(text.Replace('"', '\''));
            }

            return told;
        }

        public async ValueTask DisposeAsync()
        {
            _other.Dispose();
            await cec.DisposeAsync();
        }
    }
}
