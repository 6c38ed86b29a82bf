namespace CecSim.Server.Tests.ClickToCall;

/// <summary>Events that say what a script makes them say, to the letter.</summary>
public sealed class WordedEventTests
{
    private const string Scenario = "scenario";

    [Fact]
    public async Task What_a_script_says_of_the_content_replaces_it_where_it_stands_or_joins_it()
    {
        var wording = new EventWording
        {
            Content = """{"gwAddresses":["a:1","b:2"],"accessCode":12.50,"extra":{"é":[null,true,"\"x\""]}}""",
        };

        Assert.Equal(
            """
            {"resultCode":"0","resultDesc":"Call connected","eventId":168101,"content":{
            "domain":"202403015666.cecsim.test","gwAddresses":["a:1","b:2"],"accessCode":12.50,
            "clickToCallCaller":"AnonymousCard","extra":{"é":[null,true,"\"x\""]}}}
            """.ReplaceLineEndings(""),
            await BodyOfAsync(new ScriptStep.Connected { Wording = wording }));
    }

    [Fact]
    public async Task Null_in_the_content_is_null_on_the_wire() => Assert.Equal(
        """
        {"resultCode":"0","resultDesc":"Call disconnected","eventId":168110,
        "content":{"causeId":null,"causeDesc":"call released"}}
        """.ReplaceLineEndings(""),
        await BodyOfAsync(new ScriptStep.Released { Wording = new() { Content = """{"causeId":null}""" } }));

    [Fact]
    public async Task Code_and_text_can_be_replaced_and_an_event_without_content_stays_so() => Assert.Equal(
        """{"resultCode":"1","resultDesc":"","eventId":168102}""",
        await BodyOfAsync(new ScriptStep.Queued { Wording = new() { ResultCode = "1", ResultDesc = "" } }));

    [Fact]
    public async Task An_event_without_content_of_its_own_can_be_given_one() => Assert.Equal(
        """{"resultCode":"0","resultDesc":"Call transfered","eventId":168106,"content":{}}""",
        await BodyOfAsync(new ScriptStep.Transferred { Wording = new() { Content = "{}" } }));

    [Fact]
    [Shows("5.3/unknown-event")]
    public async Task An_unknown_event_has_the_text_that_the_reference_has_for_such() => Assert.Equal(
        """{"resultCode":"0","resultDesc":"Call continue to poll events with unknown events","eventId":168199}""",
        await BodyOfAsync(new ScriptStep.Unknown(168199)));

    [Theory]
    [InlineData(168104)]
    [InlineData(168107)]
    [InlineData(168108)]
    [InlineData(168109)]
    [Shows("5.3/events-nobody-knows")]
    public async Task An_event_of_which_only_the_number_is_known_comes_where_a_script_says_so(int eventId) =>
        Assert.EndsWith(
            $",\"eventId\":{eventId}}}",
            await BodyOfAsync(new ScriptStep.Unknown(eventId)),
            StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_event_says_whatever_the_script_says() => Assert.Equal(
        """{"resultCode":"0","resultDesc":"Call whispered","eventId":-5,"content":{"who":"Kim"}}""",
        await BodyOfAsync(new ScriptStep.Unknown(-5, IsFinal: true)
        {
            Wording = new() { ResultDesc = "Call whispered", Content = """{"who":"Kim"}""" },
        }));

    [Fact]
    public async Task A_rule_can_ask_for_a_header_of_the_request_by_a_name_in_any_case()
    {
        await using var cec = await StartAsync(
            new CallRule
            {
                Match = new CallMatch { Headers = [new("User-AGENT", "Robot/*")] },
                Script = new([new ScriptStep.Unknown(1)]),
            },
            new CallRule { Script = new([new ScriptStep.Unknown(2)]) });
        var human = await cec.SignInAsync("u1");
        using var http = new HttpClient { BaseAddress = cec.Url("http") };
        http.DefaultRequestHeaders.Add("user-agent", "Robot/7");
        var robot = await cec.SignInAsync("u2", http: http);

        await human.CreateAsync();
        await robot.CreateAsync();

        Assert.Contains("\"eventId\":2", (await human.PollAsync()).Body, StringComparison.Ordinal);
        Assert.Contains("\"eventId\":1", (await robot.PollAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_customer_writes_in_the_text_session_moves_the_script_of_the_call()
    {
        await using var cec = await StartAsync(
            Rule(new ScriptStep.Await(new CallAction.Chat("h?")), new ScriptStep.Connected()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.ChatAsync("CONNECT");
        var poll = await cec.HeldAsync(client.PollAsync());

        await client.ChatAsync("CHAT");

        Assert.Contains("\"eventId\":168101", (await poll).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poll_that_a_script_awaits_is_answered_by_what_comes_next()
    {
        await using var cec = await StartAsync(
            Rule(new ScriptStep.Await(new CallAction.Poll()), new ScriptStep.Queued()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        Assert.Equal(
            """{"resultCode":"0","resultDesc":"Call in queue","eventId":168102}""", (await client.PollAsync()).Body);
    }

    private static async Task<string> BodyOfAsync(ScriptStep step)
    {
        await using var cec = await StartAsync(Rule(step));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var answer = await client.PollAsync();
        answer.MustBe(200, answer.Body, Scenario);
        return answer.Body;
    }

    private static CallRule Rule(params ScriptStep[] steps) => new() { Script = new(steps) };

    private static Task<TestCec> StartAsync(params CallRule[] rules) =>
        TestCec.StartAsync(new SpaceSettings { Calls = rules });
}
