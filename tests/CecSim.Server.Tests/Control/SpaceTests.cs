using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class SpaceTests
{
    private const string Story =
        """
        name: story
        about: Nothing much.
        space:
          appKey: told-key
          appSecret: told-secret
        """;

    [Fact]
    public async Task A_space_is_told_with_all_that_a_client_needs()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var made = await control.PostAsync("spaces", $$"""{"inline":{{JsonValue.Create(Story).ToJsonString()}}}""");

        Assert.Equal(201, made.Status);
        made.MustBeJson(
            $$"""
            {"name":"story","scenario":"story","profile":"cec-3.6","seed":1,"appKey":"told-key",
            "appSecret":"told-secret","tenantSpaceId":"{{made["tenantSpaceId"]}}",
            "channelIds":["202403010000000001"],"addresses":["{{cec.Url("http").ToString().TrimEnd('/')}}"],
            "clock":{"mode":"frozen","now":"2026-01-05T09:00:00+00:00","dueCount":0},"state":"running" }
            """);
        (await control.GetAsync("spaces/story")).MustBeJson(made.Body!.ToJsonString());
        Assert.Equal(
            ["demo", "story"], (await control.GetAsync("spaces"))["spaces"].AsArray().Select(s => (string?)s!["name"]));
    }

    [Theory]
    [InlineData("{}", "space")]
    [InlineData("""{"scenario":"demo"}""", "demo-2")]
    [InlineData("""{"name":"mine"}""", "mine")]
    public async Task A_new_space_serves_clients_with_credentials_of_its_own(string body, string name)
    {
        await using var cec = await StartAsync();
        var made = await new ControlApiClient(cec.Http).PostAsync("spaces", body);

        Assert.Equal(name, (string?)made["name"]);
        var client = await SignInAsync(cec, made);
        Assert.Equal(200, (await client.CheckAsync()).Status);
        Assert.Equal(
            200, (await (await cec.SignInAsync()).CheckAsync()).Status);
    }

    [Fact]
    public async Task One_scenario_makes_any_number_of_spaces()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => control.PostAsync("spaces", """{"inline":"name: one\nabout: It is.\n"}""")));

        Assert.All(made, m => Assert.Equal(201, m.Status));
        foreach (var key in (string[])["name", "appKey", "appSecret", "tenantSpaceId"])
        {
            Assert.Equal(20, made.Select(m => (string?)m[key]).Distinct().Count());
        }
    }

    [Fact]
    public async Task Credentials_that_another_space_has_are_refused_or_passed_over()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var story = JsonValue.Create(Story).ToJsonString();
        await control.PostAsync("spaces", $$"""{"inline":{{story}}}""");

        (await control.PostAsync("spaces", $$"""{"inline":{{story}}}""")).MustBeProblem(409, "credentials-taken");

        var own = await control.PostAsync("spaces", $$"""{"inline":{{story}},"ownCredentials":true}""");
        Assert.Equal("cecsim-story-2-key", (string?)own["appKey"]);
    }

    [Fact]
    public async Task A_space_is_made_of_a_shipped_scenario_by_its_name()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var first = await control.PostAsync("spaces", """{"scenario":"queue-then-connect"}""");
        var second = await control.PostAsync("spaces", """{"scenario":"queue-then-connect"}""");

        Assert.Equal("queue-then-connect", (string?)first["scenario"]);
        Assert.Equal(
            ["queue-then-connect", "queue-then-connect-2"],
            new[] { first, second }.Select(s => (string?)s["name"]));
        Assert.NotEqual((string?)first["appKey"], (string?)second["appKey"]);
        var scenarios = (await control.GetAsync("spaces"))["scenarios"].AsArray().Select(n => (string?)n).ToList();
        Assert.Equal("demo", scenarios[0]);
        Assert.Contains("queue-then-connect", scenarios);
    }

    [Fact]
    public async Task A_scenario_that_nobody_has_is_told_with_the_nearest_that_there_is()
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync("spaces", """{"scenario":"queue-than-connect"}""");

        refused.MustBeProblem(404, "scenario-unknown");
        Assert.EndsWith("Did you mean queue-then-connect?", (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"scenario":"nix"}""", 404, "scenario-unknown")]
    [InlineData("""{"inline":"name: a\nabout: b\nfoo: 1\nbar: 2\n"}""", 422, "scenario-broken")]
    [InlineData("""{"scenario":"demo","inline":"name: a"}""", 400, "bad-request")]
    [InlineData("""{"name":"demo"}""", 409, "name-taken")]
    [InlineData("""{"name":"No Name"}""", 400, "bad-request")]
    [InlineData("""{"scenari":"demo"}""", 400, "bad-request")]
    [InlineData("""{"clock":{"mode":"slow"}}""", 400, "bad-request")]
    [InlineData("[]", 400, "bad-request")]
    [InlineData("{", 400, "bad-request")]
    public async Task What_no_space_can_be_made_of_is_a_problem(string body, int status, string code)
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync("spaces", body);

        refused.MustBeProblem(status, code);
        Assert.DoesNotContain(".NET", (string?)refused["detail"]);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_scenario_is_told_at_once()
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync(
            "spaces", """{"inline":"name: a\nabout: b\nfoo: 1\nbar: 2\n"}""");

        Assert.Equal(
            ["inline:3:1", "inline:4:1"],
            refused["complaints"].AsArray().Select(c => ((string)c!)[..10]));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync(
            "spaces", $$"""{"inline":"{{new string('x', 3_000_000)}}"}""");

        refused.MustBeProblem(413, "body-too-large");
    }

    [Fact]
    public async Task The_server_takes_as_many_agents_as_it_may_and_no_more()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var many = """{"inline":"name: many\nabout: b\nspace: { agents: { count: 10000, startingAt: 1001 } }\n"}""";

        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(201, (await control.PostAsync("spaces", many)).Status);
        }

        (await control.PostAsync("spaces", many)).MustBeProblem(409, "too-many-agents");
        await control.DeleteAsync("spaces/many");
        Assert.Equal(201, (await control.PostAsync("spaces", many)).Status);
    }

    [Fact]
    public async Task The_server_takes_a_thousand_spaces_and_no_more()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        for (var i = 1; i < 1_000; i++)
        {
            Assert.Equal(201, (await control.PostAsync("spaces", $$"""{"name":"s{{i}}"}""")).Status);
        }

        (await control.PostAsync("spaces", "{}")).MustBeProblem(409, "too-many-spaces");
        await control.DeleteAsync("spaces/s7");
        Assert.Equal(201, (await control.PostAsync("spaces", "{}")).Status);
    }

    [Fact]
    public async Task A_deleted_space_is_gone_and_lets_its_polls_go()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var made = await control.PostAsync("spaces", "{}");
        var client = await SignInAsync(cec, made);
        var space = cec.Spaces.FindByAppKey((string)made["appKey"]!)!;
        var held = space.Time.WhenWaitingAsync(1, TestEnds);
        var poll = client.PollAsync();
        await held;

        Assert.Equal(204, (await control.DeleteAsync("spaces/space")).Status);

        Assert.Contains("without any events", (await poll).Body, StringComparison.Ordinal);
        Assert.Equal(403, (await client.CheckAsync()).Status);
        (await control.GetAsync("spaces/space")).MustBeProblem(404, "space-unknown");
        (await control.DeleteAsync("spaces/space")).MustBeProblem(404, "space-unknown");
    }

    [Fact]
    public async Task A_server_whose_spaces_are_all_gone_still_answers()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();

        await new ControlApiClient(cec.Http).DeleteAsync("spaces/demo");

        Assert.Equal(403, (await client.CheckAsync()).Status);
        Assert.Equal(404, (await client.GetAsync("/nowhere")).Status);
    }

    internal static async Task<CecClient> SignInAsync(TestCec cec, Reply space, string userId = "u1")
    {
        var client = new CecClient(
            cec.Http,
            new SpaceSettings { AppKey = (string)space["appKey"]!, AppSecret = (string)space["appSecret"]! });
        await client.FetchAccessTokenAsync();
        await client.FetchMessagingTokenAsync(userId);
        return client;
    }
}
