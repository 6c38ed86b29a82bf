using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class AgentTests
{
    private const string Agents = "spaces/demo/agents";

    [Fact]
    [Shows("10.3/all-queues-by-default")]
    public async Task An_agent_is_told_with_what_it_does()
    {
        await using var cec = await StartAsync();

        var agents = await new ControlApiClient(cec.Http).GetAsync(Agents);

        Assert.Equal([1001, 1002, 1003], agents["agents"].AsArray().Select(a => (int)a!["workNo"]!));
        new Reply(200, null, agents["agents"][0]).MustBeJson(
            """
            {"workNo":1001,"name":"Agent 1001","type":"versatile","role":"callout","state":"ready",
            "queues":["voice-click","video-click","chat"],"chatsWith":[],
            "anonymized":false,"intelligent":false,"singlePhone":false,"muted":false,"needsHelp":false}
            """);
    }

    [Fact]
    [Shows("10.1/description-told", "10.3/mobile-number", "10.3/anonymization-flag", "10.3/intelligent")]
    [Shows("10.3/single-phone")]
    public async Task What_a_scenario_says_of_agents_and_queues_for_people_is_told()
    {
        await using var cec = await StartAsync(new SpaceSettings
        {
            Queues = [new() { Name = "v", Description = "sales, by voice" }],
            Agents =
            [
                new() { WorkNo = 1001, MobileNumber = "+4930123", Anonymized = true },
                new() { WorkNo = 1002, Intelligent = true, SinglePhone = true },
            ],
        });
        var control = new ControlApiClient(cec.Http);

        var agents = (await control.GetAsync(Agents))["agents"].AsArray();
        var queues = await control.GetAsync("spaces/demo/queues");

        Assert.Equal(
            [("+4930123", true, false, false), (null, false, true, true)],
            agents.Select(a => (
                (string?)a!["mobileNumber"],
                (bool)a["anonymized"]!,
                (bool)a["intelligent"]!,
                (bool)a["singlePhone"]!)));
        Assert.Equal("sales, by voice", (string?)queues["queues"][0]!["description"]);
    }

    [Fact]
    public async Task An_agent_goes_through_a_day_by_hand()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        await MustBeAsync("not-ready", """{"reason":200}""", "notReady");
        await MustBeAsync("ready", null, "ready");
        await MustBeAsync("rest", """{"for":"PT5M"}""", "resting");
        await MustBeAsync("ready", null, "ready");
        await MustBeAsync("sign-out", null, "signedOut");
        await MustBeAsync("sign-in", null, "ready");

        async Task MustBeAsync(string action, string? body, string state)
        {
            var agent = await control.PostAsync($"{Agents}/1001/{action}", body);
            Assert.Equal(200, agent.Status);
            Assert.Equal(state, (string?)agent["state"]);
        }
    }

    [Fact]
    public async Task A_call_is_answered_held_and_ended_by_hand_and_not_by_itself()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync("ann");
        await client.CreateAsync();
        await client.PollAsync();

        Assert.Equal("talking", await ActAsync("answer"));
        await cec.AdvanceAsync(5);
        Assert.Equal("holding", await ActAsync("hold"));
        Assert.Equal("talking", await ActAsync("retrieve"));
        Assert.Equal("ann", (string?)(await control.GetAsync(Agents))["agents"][0]!["callWith"]);
        Assert.Equal("wrapUp", await ActAsync("release"));
        Assert.Contains("168110", (await client.PollAsync()).Body, StringComparison.Ordinal);
        Assert.Equal("ready", await ActAsync("ready"));

        async Task<string?> ActAsync(string action) =>
            (string?)(await control.PostAsync($"{Agents}/1001/{action}"))["state"];
    }

    [Fact]
    public async Task A_call_is_declined_by_hand()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();

        await new ControlApiClient(cec.Http).PostAsync($"{Agents}/1001/decline");

        Assert.Contains("168105", (await client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("4.1/agent-sees-customer")]
    public async Task An_agent_sees_the_customer_as_soon_as_it_is_connected()
    {
        await using var cec = await StartAsync();
        await (await cec.SignInAsync()).ChatAsync("CONNECT");

        var agents = await new ControlApiClient(cec.Http).GetAsync(Agents);

        Assert.Equal(["u1"], agents["agents"].AsArray().SelectMany(a => a!["chatsWith"]!.AsArray(), (_, u) => $"{u}"));
    }

    [Fact]
    public async Task An_agent_writes_in_a_chat_and_ends_it()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();
        await client.ChatAsync("CHAT");

        var agent = await control.PostAsync($"{Agents}/1001/write", """{"userId":"u1","text":"At once."}""");
        Assert.Equal(["u1"], agent["chatsWith"].AsArray().Select(u => (string?)u));
        var written = await client.PollChatAsync();
        Assert.Contains("\"content\":\"At once.\"", written.Body, StringComparison.Ordinal);
        Assert.Contains("\"senderNickname\":\"Agent 1001\"", written.Body, StringComparison.Ordinal);

        // What it owed is answered: it does not speak again of its own accord.
        var poll = await cec.HeldAsync(client.PollChatAsync());
        await cec.AdvanceAsync(4.9);
        Assert.Single((await control.GetAsync("spaces/demo/polls"))["polls"].AsArray());

        await control.PostAsync($"{Agents}/1001/end", """{"userId":"u1"}""");
        Assert.Contains("DISCONNECT", (await poll).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1001/answer", null, 409, "agent-refuses")]
    [InlineData("1001/ready", null, 409, "agent-refuses")]
    [InlineData("1001/sign-in", null, 409, "agent-refuses")]
    [InlineData("1001/write", """{"userId":"u1","text":"Hi"}""", 409, "agent-refuses")]
    [InlineData("1001/write", """{"userId":"u1"}""", 400, "bad-request")]
    [InlineData("1001/end", null, 400, "bad-request")]
    [InlineData("1001/rest", """{"for":"long"}""", 400, "bad-request")]
    [InlineData("1001/dance", null, 404, "route-unknown")]
    [InlineData("9999/answer", null, 404, "agent-unknown")]
    [InlineData("9999/ready", null, 404, "agent-unknown")]
    [InlineData("ann/ready", null, 404, "route-unknown")]
    public async Task What_an_agent_cannot_do_is_a_problem(string path, string? body, int status, string code)
    {
        await using var cec = await StartAsync();

        (await new ControlApiClient(cec.Http).PostAsync($"{Agents}/{path}", body)).MustBeProblem(status, code);
    }
}
