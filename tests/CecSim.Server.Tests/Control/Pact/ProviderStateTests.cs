using CecSim.Server.Tests.OpenApi;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control.Pact;

/// <summary>Each state as a verifier asks for it, and the vendor's answer after it.</summary>
public sealed class ProviderStateTests
{
    private const string Path = "pact/provider-states";

    public static TheoryData<int, string> Numbers =>
        new(Given.All.Index().Select(g => (g.Index, g.Item.Name)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_state_makes_so_what_it_says_also_the_second_time(int number, string name)
    {
        await using var cec = await StartAsync();
        var given = Given.All[number];
        Assert.Equal(name, given.Name);

        await given.PlayAsync(cec.Http, cec.Space.Settings);
        await given.PlayAsync(cec.Http, cec.Space.Settings);
    }

    // A verifier tears down only if it is told to, and picks the order of interactions itself.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_state_holds_whatever_interactions_came_before(int seed)
    {
        await using var cec = await StartAsync();
        var order = new Random(seed);

        foreach (var given in Given.All.Concat(Given.All).OrderBy(_ => order.Next()))
        {
            await given.PlayAsync(cec.Http, cec.Space.Settings);
        }
    }

    [Fact]
    public async Task Every_state_is_played_listed_and_on_the_page_of_contracts()
    {
        await using var cec = await StartAsync();

        var listed = (await new ControlApiClient(cec.Http).GetAsync(Path))["states"].AsArray()
            .Select(s => (string)s!["name"]!)
            .ToList();

        var played = Given.All.SelectMany(g => g.Name.Split(" + ")).Distinct();
        Assert.Equal(listed.Order(), played.Append("a tenant exists").Append("a file was uploaded").Order());
        var page = await File.ReadAllTextAsync(
            Checkout.PathOf("docs", "contracts.md"), TestEnds);
        Assert.All(listed, s => Assert.Contains($"| `{s}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_gives_what_it_lists_and_the_values_of_every_state()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var list = await control.GetAsync(Path);
        var common = list["commonValues"].AsArray().Select(v => (string)v!);

        foreach (var state in list["states"].AsArray().Where(s => (string?)s!["name"] != "a fault strikes"))
        {
            var set = await control.PostAsync(
                Path, new JsonObject { ["state"] = (string?)state!["name"] }.ToJsonString());
            var own = state["values"]!.AsArray().Select(v => (string)v!);
            Assert.Equal(common.Concat(own).Order(), set.Body!.AsObject().Select(v => v.Key).Order());
        }
    }

    [Fact]
    public async Task The_values_are_the_spaces_own_and_the_user_named()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        (await control.PostAsync(Path, """{"state":"a tenant exists","params":{"userId":"ann"}}""")).MustBeJson(
            """
            {"space":"demo","appKey":"cecsim-demo-key","appSecret":"cecsim-demo-secret",
            "tenantSpaceId":"202403015666","channelId":"202403010000000001","userId":"ann"}
            """);
        var called = await control.PostAsync(Path, """{"state":"A call is connected ","params":{"media":"video"}}""");
        var call = (await control.GetAsync("spaces/demo/calls"))["calls"][0]!;
        Assert.Equal(("pact-user", "video", "connected"), (
            (string?)call["userId"], (string?)call["media"], (string?)call["state"]));
        Assert.Equal(((long?)call["id"], (string?)call["accessCode"]), (
            (long?)called["callId"], (string?)called["accessCode"]));
    }

    [Fact]
    public async Task An_uploaded_file_can_be_fetched()
    {
        await using var cec = await StartAsync();
        var set = await new ControlApiClient(cec.Http).PostAsync(
            Path, """{"state":"a file was uploaded","params":{"content":"abc"},"action":"setup"}""");

        var file = await Given.ClientOf(cec.Http, cec.Space.Settings, set).PostAsync(
            CecClient.DownloadPath, $$"""{"fileId":"{{set["objectKey"]}}","fileType":"txt","channel":"WEB"}""");

        Assert.Contains("\"fileStream\":\"YWJj\"", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_that_are_given_together_keep_each_others_tokens()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        var first = await control.PostAsync(Path, """{"state":"a user is signed in","params":{}}""");
        var second = await control.PostAsync(Path, """{"state":"a call is connected","params":{}}""");

        Assert.Equal((string?)first["ccmessagingToken"], (string?)second["ccmessagingToken"]);
        var client = Given.ClientOf(cec.Http, cec.Space.Settings, first);
        Assert.Contains("168101", (await client.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teardown_leaves_nothing_of_the_interaction()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync(Path, """{"state":"no agent is signed in"}""");
        await control.PostAsync(Path, """{"state":"the channel has no WebRTC"}""");
        await control.PostAsync(Path, """{"state":"a fault strikes","params":{"at":"poll","inject":"hang"}}""");
        var set = await control.PostAsync(Path, """{"state":"a call is connected"}""");

        var torn = await control.PostAsync(Path, """{"state":"a call is connected","action":"teardown"}""");

        Assert.Equal(200, torn.Status);
        Assert.Empty((await control.GetAsync("spaces/demo/calls"))["calls"].AsArray());
        Assert.Empty((await control.GetAsync("spaces/demo/faults"))["faults"].AsArray());
        var agents = (await control.GetAsync("spaces/demo/agents"))["agents"].AsArray();
        Assert.All(agents, a => Assert.Equal("ready", (string?)a!["state"]));
        Assert.Equal(403, (await Given.ClientOf(cec.Http, cec.Space.Settings, set).CheckAsync()).Status);
        Assert.Contains(
            "\"webRTCSupported\":true", (await (await cec.SignInAsync()).CheckAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_of_its_own_is_named_in_the_parameters()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync("spaces", """{"name":"mine"}""");

        var set = await control.PostAsync(Path, """{"state":"a call is connected","params":{"space":"mine"}}""");

        Assert.Equal("cecsim-mine-key", (string?)set["appKey"]);
        Assert.Single((await control.GetAsync("spaces/mine/calls"))["calls"].AsArray());
        Assert.Empty((await control.GetAsync("spaces/demo/calls"))["calls"].AsArray());
    }

    [Theory]
    [InlineData("""{"state":""}""", "an interaction without a state")]
    [InlineData("""{"consumer":"web","state":"a tenant exists","states":["a tenant exists"],"params":{}}""", "others")]
    [InlineData("""{"state":"a tenant exists","params":null,"action":null}""", "nulls")]
    [InlineData("""[{"state":"a tenant exists"},{"state":"a user is signed in"}]""", "an array")]
    public async Task Whatever_form_a_verifier_has_is_taken(string body, string form)
    {
        await using var cec = await StartAsync();

        var set = await new ControlApiClient(cec.Http).PostAsync(Path, body);

        Assert.True(set.Status == 200, $"{form}: {set.Body}");
    }

    [Theory]
    [InlineData(
        "", """{"states":[{"name":"a tenant exists"},{"name":"a user is signed in","params":{"userId":"ann"}}]}""")]
    [InlineData("", """{"states":["a user is signed in",{"state":"a user is signed in","params":{"userId":"ann"}}]}""")]
    [InlineData("", """{"name":"a user is signed in","params":{"userId":"ann"}}""")]
    [InlineData("", """[{"name":"a user is signed in","params":{"userId":"ann"}}]""")]
    [InlineData("?state=a%20user%20is%20signed%20in&userId=ann", "{}")]
    [InlineData("?state=a%20user%20is%20signed%20in&userId=ann", """{"consumer":"web"}""")]
    public async Task A_state_is_set_up_whatever_form_names_it(string query, string body)
    {
        await using var cec = await StartAsync();

        var set = await new ControlApiClient(cec.Http).PostAsync(Path + query, body);

        Assert.True(set.Status == 200, $"{set.Body}");
        Assert.Equal("ann", (string?)set["userId"]);
        Assert.NotNull((string?)set["ccmessagingToken"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"consumer":"web"}""")]
    [InlineData("""{"states":"a tenant exists"}""")]
    [InlineData("""{"states":[]}""")]
    [InlineData("""{"states":[{}]}""")]
    [InlineData("""{"states":[{"name":"a tenant exists"}],"action":"tear down"}""")]
    [InlineData("""[{}]""")]
    [InlineData("""{"state":7}""")]
    public async Task What_names_no_state_is_told_the_forms_that_do(string body)
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync(Path, body);

        refused.MustBeProblem(400, "bad-request");
        Assert.Contains("""{"states":[{"name":""", (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_of_one_request_are_torn_down_together()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        await control.PostAsync(Path, """{"states":[{"name":"a call is connected"}]}""");

        await control.PostAsync(Path, """{"states":[{"name":"a call is connected"}],"action":"teardown"}""");

        Assert.Empty((await control.GetAsync("spaces/demo/calls"))["calls"].AsArray());
    }

    [Fact]
    public async Task A_verifier_that_sends_its_data_in_the_query_is_understood()
    {
        await using var cec = await StartAsync();

        var set = await new ControlApiClient(cec.Http).PostAsync(
            Path + "?state=a%20call%20is%20connected&action=setup&userId=ann&media=video");

        Assert.Equal(("ann", 200), ((string?)set["userId"], set.Status));
    }

    [Theory]
    [InlineData("""{"state":"a usr is signed in"}""", 400, "state-unknown", "did you mean 'a user is signed in'?")]
    [InlineData("""{"state":"pigs fly"}""", 400, "state-unknown", "GET /_cecsim/pact/provider-states lists all.")]
    [InlineData("""{"state":"a tenant exists","params":{"usrId":"x"}}""", 400, "bad-request",
        "did you mean 'userId'?")]
    [InlineData("""{"state":"a tenant exists","action":"tear down"}""", 400, "bad-request", "setup or teardown")]
    [InlineData("""{"state":7}""", 400, "bad-request", "setup or teardown")]
    [InlineData("[]", 400, "bad-request", "setup or teardown")]
    [InlineData("7", 400, "bad-request", "setup or teardown")]
    [InlineData("""{"state":"a tenant exists","params":{"space":"dmeo"}}""", 409, "state-impossible", "'demo'")]
    [InlineData("""{"state":"a tenant exists","params":{"channelId":"9"}}""", 409, "state-impossible", "channel 9")]
    [InlineData("""{"state":"an event is waiting","params":{"event":"relesed"}}""", 409, "state-impossible",
        "did you mean 'released'?")]
    [InlineData("""{"state":"an event is waiting","params":{"event":{"wait":"1s"}}}""", 409, "state-impossible",
        "wait")]
    [InlineData("""{"state":"a call is connected","params":{"media":"fax"}}""", 409, "state-impossible",
        "voice or video")]
    [InlineData("""{"state":"an agent is signed in","params":{"workNo":7}}""", 409, "state-impossible", "7")]
    [InlineData("""{"state":"a fault strikes","params":{"at":"pol","inject":"hang"}}""", 409, "state-impossible",
        "did you mean 'poll'?")]
    public async Task What_cannot_be_set_up_is_a_problem_with_its_remedy(
        string body, int status, string code, string remedy)
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync(Path, body);

        refused.MustBeProblem(status, code);
        Assert.Contains(remedy, (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_agent_for_it_a_state_says_that_it_cannot_be()
    {
        await using var cec = await StartAsync(new SpaceSettings { Agents = [] });
        var control = new ControlApiClient(cec.Http);

        string[] states = ["an agent is signed in", "no agent is free", "a text session is with an agent"];
        foreach (var state in states)
        {
            (await control.PostAsync(Path, $$"""{"state":"{{state}}"}""")).MustBeProblem(409, "state-impossible");
        }
    }
}
