using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Faults;

/// <summary>What a client sees of each fault.</summary>
public sealed class FaultTests
{
    private const string Refused =
        """{"errorCode":"0","exceptionInfo":"Unauthorized: the ccmessaging-token is invalid or expired."}""";

    [Theory, ClassData(typeof(EachProfile))]
    public async Task An_expired_access_token_stays_dead_everywhere_and_a_renewed_one_works(string profile)
    {
        await using var cec = await StartAsync(profile, Rule(new FaultWhen { Nth = 2 }, new AccessTokenExpired()));
        var client = await cec.SignInAsync();

        Assert.Equal(200, (await client.CheckAsync()).Status);
        foreach (var answer in new[] { await client.CheckAsync(), await client.CheckAsync(), await client.DropAsync() })
        {
            answer.MustBe(403, EachProfile.DeadAccessToken(profile), EachProfile.Document(profile, "2.2"));
            Assert.Equal("the access token has expired", answer.Why);
        }

        await client.FetchAccessTokenAsync();
        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    [Theory, ClassData(typeof(EachProfile))]
    public async Task An_expired_ccmessaging_token_stays_dead_and_a_renewed_one_works(string profile)
    {
        await using var cec = await StartAsync(profile, Rule(new FaultWhen { First = 1 }, new MessagingTokenExpired()));
        var client = await cec.SignInAsync();

        foreach (var answer in new[] { await client.CheckAsync(), await client.CheckAsync() })
        {
            answer.MustBe(
                403,
                EachProfile.DeadAccessToken(profile),
                $"{EachProfile.Document(profile, "6.1")}; against the CEC API reference, which says 401");
            Assert.Equal("the ccmessaging-token has expired", answer.Why);
        }

        await client.FetchMessagingTokenAsync();
        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    [Theory]
    [InlineData(400, "Incorrect request: Check the request path and parameters.", "found; CEC API reference")]
    [InlineData(404, "Request not found: Check the request path.", "found; CEC API reference")]
    [InlineData(429, "Too many requests.", "inferred")]
    [InlineData(500, "Service failure: Check the values of the parameters in the request.", "found; CEC API reference")]
    [InlineData(503, "HTTP status 503.", "inferred")]
    public async Task A_status_alone_comes_in_the_vendors_shape(int status, string text, string basis)
    {
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new StatusAnswer(status)));
        var client = await cec.SignInAsync();

        var answer = await client.CheckAsync();

        answer.MustBe(status, $$"""{"errorCode":"0","exceptionInfo":"{{text}}"}""", basis);
        Assert.Equal("a fault of the scenario", answer.Why);
    }

    [Theory, ClassData(typeof(EachProfile))]
    public async Task The_statuses_of_dead_tokens_come_with_their_texts(string profile)
    {
        await using var cec = await StartAsync(
            profile,
            Rule(new FaultWhen { Nth = 1 }, new StatusAnswer(403)),
            Rule(new FaultWhen { Nth = 2 }, new StatusAnswer(401)));
        var client = await cec.SignInAsync();

        (await client.CheckAsync()).MustBe(
            403, EachProfile.DeadAccessToken(profile), EachProfile.Document(profile, "2.2"));
        (await client.CheckAsync()).MustBe(
            401,
            Refused,
            "found; CEC API reference; against section 6.1, which says 403 of click-to-dial requests");
        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    [Theory]
    [InlineData(503, "<html>Bad Gateway é</html>")]
    [InlineData(200, "")]
    [InlineData(418, "{not JSON")]
    public async Task A_status_with_a_body_comes_with_just_that_body(int status, string body)
    {
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new StatusAnswer(status, body)));
        var client = await cec.SignInAsync();

        var answer = await client.CheckAsync();

        answer.MustBe(status, body, "inferred");
        Assert.Equal("a fault of the scenario", answer.Why);
    }

    // HTTP forbids a body with these.
    [Theory]
    [InlineData(204, null)]
    [InlineData(204, "text")]
    [InlineData(205, null)]
    [InlineData(304, null)]
    [InlineData(304, "text")]
    public async Task A_status_that_has_no_body_comes_without_one(int status, string? body)
    {
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new StatusAnswer(status, body)));
        var client = await cec.SignInAsync();

        var answer = await client.CheckAsync();

        Assert.Equal((status, ""), (answer.Status, answer.Body));
        Assert.Equal(status, (await client.CheckAsync()).Status);
    }

    [Theory]
    [InlineData(CecOperation.CreateClickToCall, "7", null,
        "The channel does not support click-to-dial", "found; CEC API reference")]
    [InlineData(CecOperation.CreateClickToCall, "12", null,
        "The current time is outside the working hours of agents", "found; CEC API reference")]
    [InlineData(CecOperation.CreateClickToCall, "13", null,
        "No agents available currently", "found; CEC API reference")]
    [InlineData(CecOperation.DropClickToCall, "13", null, "disconnect failed", "found; CEC API reference")]
    [InlineData(CecOperation.CreateClickToCall, "13", "try later", "try later", "inferred")]
    [InlineData(CecOperation.CreateClickToCall, "99", null, "", "inferred")]
    [InlineData(CecOperation.GetClickToCallEvents, "1", "busy", "busy", "inferred")]
    public async Task A_result_code_comes_with_its_documented_text_or_the_one_given(
        CecOperation at, string code, string? desc, string text, string basis)
    {
        await using var cec = await StartAsync(
            "cec-3.6", new FaultRule(at, FaultWhen.Always, new ResultCodeAnswer(code, desc)));
        var client = await cec.SignInAsync();

        var answer = at switch
        {
            CecOperation.CreateClickToCall => await client.CreateAsync(),
            CecOperation.DropClickToCall => await client.DropAsync(),
            _ => await client.PollAsync(),
        };

        answer.MustBe(200, $$"""{"resultCode":"{{code}}","resultDesc":"{{text}}"}""", basis);
        Assert.Equal("a fault of the scenario", answer.Why);
    }

    [Fact]
    public async Task A_delay_lasts_in_space_time()
    {
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new Delay(TimeSpan.FromSeconds(30))));
        var client = await cec.SignInAsync();
        var answer = await cec.HeldAsync(client.CheckAsync());

        await cec.AdvanceAsync(29.999);
        await cec.HeldAsync(answer);
        await cec.AdvanceAsync(0.001);

        Assert.Equal(200, (await answer).Status);
    }

    [Fact]
    public async Task A_client_that_hangs_up_during_a_delay_is_let_go()
    {
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new Delay(TimeSpan.FromSeconds(30))));
        var client = await cec.SignInAsync();
        await using (var socket = await RawConnection.OpenAsync(cec.Url("http")))
        {
            await socket.SendAsync(client.RawGet(CheckPath));
            await cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds);
        }

        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
    }

    [Fact]
    public async Task A_token_that_dies_during_a_delay_is_refused_after_it()
    {
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new Delay(TimeSpan.FromSeconds(600))));
        var client = await cec.SignInAsync();
        var answer = await cec.HeldAsync(client.CheckAsync());

        await cec.AdvanceAsync(600);

        Assert.Equal(403, (await answer).Status);
    }

    [Fact]
    public async Task A_delayed_poll_and_a_poll_behind_it_get_the_event_once()
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf("cec-3.6") with
        {
            Calls = [new CallRule { Script = new Script([new ScriptStep.Queued()]) }],
            Faults =
            [
                new FaultRule(
                    CecOperation.GetClickToCallEvents, new FaultWhen { Nth = 1 }, new Delay(TimeSpan.FromSeconds(1))),
            ],
        });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        var delayed = await cec.HeldAsync(client.PollAsync());

        Assert.Equal("Call in queue", (await client.PollAsync()).Text("resultDesc"));
        await cec.AdvanceAsync(1);
        await cec.HeldAsync(delayed);
    }

    [Fact]
    public async Task Two_faults_at_one_request_compose_in_their_order()
    {
        await using var cec = await StartAsync(
            "cec-3.6",
            Rule(FaultWhen.Always, new Delay(TimeSpan.FromSeconds(2))),
            Rule(new FaultWhen { Every = 2 }, new AccessTokenExpired()),
            Rule(new FaultWhen { Every = 3 }, new StatusAnswer(503)));
        var client = await cec.SignInAsync();
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            var answer = await cec.HeldAsync(client.CheckAsync());
            await cec.AdvanceAsync(2);
            statuses.Add((await answer).Status);
        }

        Assert.Equal([200, 403, 503], statuses);
    }

    [Theory]
    [InlineData("nth", "200 503 200 200")]
    [InlineData("every", "200 503 200 503")]
    [InlineData("first", "503 503 200 200")]
    public async Task A_fault_strikes_the_requests_that_it_names_and_counts_only_its_own_operation(
        string when, string statuses)
    {
        FaultWhen at = when switch
        {
            "nth" => new FaultWhen { Nth = 2 },
            "every" => new FaultWhen { Every = 2 },
            _ => new FaultWhen { First = 2 },
        };
        await using var cec = await StartAsync("cec-3.6", Rule(at, new StatusAnswer(503)));
        var client = await cec.SignInAsync();
        var seen = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            seen.Add((await client.CheckAsync()).Status);
            Assert.Equal(200, (await client.DropAsync()).Status);
        }

        Assert.Equal(statuses, string.Join(' ', seen));
    }

    [Theory, ClassData(typeof(EachProfile))]
    public async Task A_revoked_access_token_is_told_from_an_expired_one_only_in_why(string profile)
    {
        await using var cec = await StartAsync(profile, Rule(new FaultWhen { Nth = 1 }, new AccessTokenRevoked()));
        var client = await cec.SignInAsync();

        foreach (var answer in new[] { await client.CheckAsync(), await client.DropAsync() })
        {
            answer.MustBe(403, EachProfile.DeadAccessToken(profile), "inferred");
            Assert.Equal("the access token was revoked", answer.Why);
        }

        await client.FetchAccessTokenAsync();
        Assert.Equal(200, (await client.CheckAsync()).Status);
    }

    [Theory]
    [InlineData(5000, "5")]
    [InlineData(5001, "6")]
    [InlineData(null, null)]
    [Shows("1/429-too-many-requests")]
    public async Task Too_many_requests_says_when_to_come_back(int? milliseconds, string? header)
    {
        TimeSpan? wait = milliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : null;
        await using var cec = await StartAsync("cec-3.6", Rule(FaultWhen.Always, new TooManyRequests(wait)));
        var client = await cec.SignInAsync();

        var answer = await client.CheckAsync();

        answer.MustBe(429, """{"errorCode":"0","exceptionInfo":"Too many requests."}""", "inferred");
        Assert.Equal(header, answer.Header("Retry-After"));
    }

    private static FaultRule Rule(FaultWhen when, Fault inject) =>
        new(CecOperation.CheckClickToCallSupport, when, inject);

    private static Task<TestCec> StartAsync(string profile, params FaultRule[] faults) =>
        TestCec.StartAsync(TestCec.SettingsOf(profile) with { Faults = faults });
}
