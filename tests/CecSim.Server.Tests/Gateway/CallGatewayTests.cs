namespace CecSim.Server.Tests.Gateway;

/// <summary>What event 168101 promised the INVITE must use, and the end of one side is the end of all.</summary>
public sealed class CallGatewayTests
{
    [Fact]
    [Shows("6/uri-and-invalid-contact", "6/ice-lite-answer")]
    [Shows("6/invite-without-register", "6/bye-brings-168110", "6/caller-and-called")]
    public async Task The_invited_call_is_answered_and_its_bye_ends_the_click_to_call()
    {
        await using var cec = await TestCec.StartAsync();
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);

        var answer = await phone.InviteAsync(
            Text(content, "accessCode"), Text(content, "domain"), Text(content, "clickToCallCaller"));
        Assert.StartsWith("SIP/2.0 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("a=ice-lite", answer, StringComparison.Ordinal);
        var poll = client.PollAsync();
        var bye = await phone.ByeAsync(Text(content, "domain"));
        Assert.StartsWith("SIP/2.0 200 OK\r\n", bye, StringComparison.Ordinal);

        Assert.Equal(
            """{"resultCode":"0","resultDesc":"Call disconnected","eventId":168110,"content":"""
                + """{"causeId":-1,"causeDesc":"released by the customer"}}""",
            (await poll).Body);
    }

    [Fact]
    public async Task A_key_pressed_in_the_browser_moves_the_script_of_the_call()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Calls =
            [
                new CallRule
                {
                    Script = new(
                    [
                        new ScriptStep.Connected(),
                        new ScriptStep.Await(new CallAction.Dtmf("9")),
                        new ScriptStep.Transferred(),
                    ]),
                },
            ],
        });
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));
        var poll = await cec.HeldAsync(client.PollAsync());

        Assert.StartsWith(
            "SIP/2.0 200 OK\r\n", await phone.PressAsync('9', Text(content, "domain")), StringComparison.Ordinal);

        Assert.Equal("""{"resultCode":"0","resultDesc":"Call transfered","eventId":168106}""", (await poll).Body);
    }

    [Fact]
    [Shows("6/drop-brings-page-bye")]
    public async Task A_dropped_click_to_call_hangs_up_on_the_browser()
    {
        await using var cec = await TestCec.StartAsync();
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        await client.DropAsync();

        Assert.StartsWith("BYE ", await phone.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("delete")]
    public async Task A_space_that_ends_hangs_up_on_the_browser(string how)
    {
        await using var cec = await TestCec.StartAsync();
        var (_, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));
        var control = new ControlApiClient(cec.Http);

        await (how == "reset"
            ? control.PostAsync("spaces/demo/reset", """{"scope":"all"}""")
            : control.DeleteAsync("spaces/demo"));

        Assert.StartsWith("BYE ", await phone.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6/invite-404-unless-as-told")]
    public async Task An_invite_that_is_not_what_the_event_promised_is_not_found()
    {
        await using var cec = await TestCec.StartAsync();
        var (_, content) = await ConnectAsync(cec);
        var (code, domain) = (Text(content, "accessCode"), Text(content, "domain"));

        (string Code, string Domain, string Caller)[] wrong =
            [("17908", domain, "AnonymousCard"), (code, "other.test", "AnonymousCard"), (code, domain, "Ann")];

        foreach (var invite in wrong)
        {
            using var phone = await OpenAsync(content);
            Assert.StartsWith(
                "SIP/2.0 404 ",
                await phone.InviteAsync(invite.Code, invite.Domain, invite.Caller),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    [Shows("6/second-invite-486")]
    public async Task A_second_invite_of_one_call_is_busy()
    {
        await using var cec = await TestCec.StartAsync();
        var (_, content) = await ConnectAsync(cec);
        using var first = await OpenAsync(content);
        using var second = await OpenAsync(content);
        await first.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        var answer = await second.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        Assert.StartsWith("SIP/2.0 486 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6/number-ends-with-call")]
    public async Task A_number_is_gone_with_its_call()
    {
        await using var cec = await TestCec.StartAsync();
        var (client, content) = await ConnectAsync(cec);
        await client.DropAsync();
        using var phone = await OpenAsync(content);

        var answer = await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        Assert.StartsWith("SIP/2.0 404 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("6/websocket-back-within-15s")]
    public async Task A_browser_that_vanishes_ends_its_call_and_the_client_is_told_so()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipReturnWithin = TimeSpan.FromSeconds(1) });
        var (client, content) = await ConnectAsync(cec);
        using (var phone = await OpenAsync(content))
        {
            await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));
        }

        var last = JsonNode.Parse((await client.PollAsync()).Body)!;
        Assert.Equal(
            (168110, 3, "abnormal release: the connection of the signalling was lost"),
            ((int)last["eventId"]!, (int)last["content"]!["causeId"]!, (string)last["content"]!["causeDesc"]!));
    }

    [Fact]
    [Shows("6/websocket-back-within-15s")]
    public async Task A_browser_that_comes_back_by_another_socket_goes_on()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipReturnWithin = TimeSpan.FromMinutes(10) });
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        await phone.ComeBackAsync((string)content["gwAddresses"]![0]!);
        Assert.StartsWith(
            "SIP/2.0 200 ", await phone.ReofferAsync(Text(content, "domain")), StringComparison.Ordinal);

        await cec.HeldAsync(client.PollAsync());
        await client.DropAsync();
        string request;
        do
        {
            request = await phone.ReceiveAsync();
        }
        while (request.StartsWith("SIP/2.0 ", StringComparison.Ordinal));

        Assert.StartsWith("BYE ", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_closes_its_socket_in_good_order_ends_its_call_at_once()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipReturnWithin = TimeSpan.FromMinutes(10) });
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        await phone.CloseAsync();

        Assert.Equal(168110, (int?)JsonNode.Parse((await client.PollAsync()).Body)!["eventId"]);
    }

    [Fact]
    [Shows("6/media-within-30s")]
    public async Task A_call_whose_media_never_connect_ends_and_says_what_helps()
    {
        var arguments = new CecSimArgs { Media = new() { Port = 0, ConnectWithin = TimeSpan.FromSeconds(1) } };
        await using var cec = await TestCec.StartAsync(arguments);
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        Assert.StartsWith("BYE ", await phone.ReceiveAsync(), StringComparison.Ordinal);

        var last = JsonNode.Parse((await client.PollAsync()).Body)!;
        Assert.Equal(
            (168105, 7, "connection failed: the media never connected"),
            ((int)last["eventId"]!, (int)last["content"]!["causeId"]!, (string)last["content"]!["causeDesc"]!));
        var media = await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        Assert.Equal("neverConnected", (string?)media["end"]);
        Assert.Contains("--media-bind", (string?)media["why"], StringComparison.Ordinal);
        var found = await cec.FindingsAsync();
        Assert.Equal(["media-never-connected", "gateway-without-tls"], found.Select(f => (string?)f["code"]));
        Assert.Contains("--media-bind", (string?)found[0]["cases"]![0]!["detail"], StringComparison.Ordinal);
        Assert.Equal("u1", (string?)found[0]["cases"]![0]!["user"]);
    }

    [Fact]
    public async Task Keys_of_an_info_stand_in_the_report()
    {
        await using var cec = await TestCec.StartAsync();
        var (_, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        await phone.PressAsync('7', Text(content, "domain"));

        // The answer to the INFO may overtake what it brings.
        Assert.StartsWith(
            "SIP/2.0 200 ", await phone.ByeAsync(Text(content, "domain"), number: 3), StringComparison.Ordinal);
        var media = await cec.ReadAsync($"{ControlAnswers.Space}/calls/1/media");
        Assert.Equal("7", (string?)media["lines"]![0]!["digits"]);
    }

    [Theory]
    [InlineData("anybody", 404)]
    [InlineData("1001", 200)]
    public async Task OPTIONS_tells_who_is_here(string user, int status)
    {
        await using var cec = await TestCec.StartAsync();
        var (_, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);

        Assert.StartsWith(
            $"SIP/2.0 {status} ",
            await phone.AskAsync("OPTIONS", Text(content, "domain"), user),
            StringComparison.Ordinal);
        using var other = await OpenAsync(content);
        Assert.StartsWith(
            "SIP/2.0 200 ",
            await other.AskAsync("OPTIONS", Text(content, "domain"), Text(content, "accessCode")),
            StringComparison.Ordinal);
    }

    [Fact]
    [Shows("5.3/causeid-7-connection-failed")]
    public async Task No_invite_within_the_limit_fails_the_call()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { MediaWithin = TimeSpan.FromSeconds(5) });
        var (client, _) = await ConnectAsync(cec);

        await cec.AdvanceAsync(5);

        var answer = JsonNode.Parse((await client.PollAsync()).Body)!;
        Assert.Equal((168105, 7), ((int)answer["eventId"]!, (int)answer["content"]!["causeId"]!));
    }

    [Fact]
    public async Task A_call_whose_media_came_in_time_goes_on()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { MediaWithin = TimeSpan.FromSeconds(5) });
        var (client, content) = await ConnectAsync(cec);
        using var phone = await OpenAsync(content);
        await phone.InviteAsync(Text(content, "accessCode"), Text(content, "domain"));

        await cec.AdvanceAsync(5);

        await cec.HeldAsync(client.PollAsync());
    }

    private static async Task<(CecClient Client, JsonNode Content)> ConnectAsync(TestCec cec)
    {
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        return (client, JsonNode.Parse((await client.PollAsync()).Body)!["content"]!);
    }

    private static Task<BrowserPhone> OpenAsync(JsonNode content) =>
        BrowserPhone.OpenAsync((string)content["gwAddresses"]![0]!);

    private static string Text(JsonNode content, string name) => (string)content[name]!;
}
