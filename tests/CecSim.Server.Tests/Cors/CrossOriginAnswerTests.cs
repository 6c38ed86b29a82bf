using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Cors;

/// <summary>Which answers a browser gives to a page of another origin.</summary>
public sealed class CrossOriginAnswerTests
{
    private static readonly (string Method, string Path, string? Body, int Status)[] Requests =
    [
        ("POST", TokenPath, """{"app_key":"cecsim-demo-key","app_secret":"cecsim-demo-secret"}""", 200),
        ("POST", TokenPath, """{"app_key":"nobody","app_secret":"x"}""", 403),
        ("POST", TokenPath, "{", 400),
        ("GET", CheckPath, null, 403),
        ("DELETE", CreatePath, null, 405),
        ("GET", "/apiaccess/ccmessaging/nothing", null, 404),
        ("POST", "/apiaccess/ccmessaging/pushMsg", "{}", 501),
    ];

    [Fact]
    [Shows("1/cors")]
    public async Task Every_answer_names_the_origin_of_the_page_whatever_it_says()
    {
        await using var cec = await TestCec.StartAsync();
        var page = new PageOf(cec.Http);

        foreach (var (method, path, body, status) in Requests)
        {
            var answer = await page.SendAsync(new HttpMethod(method), path, body);

            Assert.Equal(
                (status, PageOf.Origin, "Origin"),
                (answer.Status, answer.Header("Access-Control-Allow-Origin"), answer.Header("Vary")));
            Assert.Equal(
                "ccmessaging-token, Retry-After, X-CecSim-Id, X-CecSim-Basis, X-CecSim-Why",
                answer.Header("Access-Control-Expose-Headers"));
        }
    }

    [Fact]
    public async Task Every_answer_of_a_fault_and_of_a_full_server_names_it_too()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            HeldPollsMax = 0,
            Spaces = [new() { Faults = [Always(CecOperation.Send, new StatusAnswer(503)), Always(
                CecOperation.CreateClickToCall, new ResultCodeAnswer("13"))] }],
        });
        var client = await cec.SignInAsync();
        (string, string)[] tokens =
        [
            ("x-app-key", client.AppKey!), ("Authorization", client.Authorization!),
            ("ccmessaging-token", client.MessagingToken!),
        ];
        var page = new PageOf(cec.Http);

        var held = await page.SendAsync(HttpMethod.Get, EventsPath, null, tokens);
        var status = await page.SendAsync(HttpMethod.Post, SendPath, SendBody, tokens);
        var code = await page.SendAsync(HttpMethod.Post, CreatePath, "{}", tokens);

        Assert.Equal((503, 503, 200), (held.Status, status.Status, code.Status));
        Assert.All([held, status, code], a => Assert.Equal(PageOf.Origin, a.Header("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_held_poll_names_it_in_the_end()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(new PageOf(cec.Http).SendAsync(
            HttpMethod.Get,
            EventsPath,
            null,
            ("x-app-key", client.AppKey!),
            ("Authorization", client.Authorization!),
            ("ccmessaging-token", client.MessagingToken!)));

        await cec.AdvanceAsync(10);

        Assert.Equal(PageOf.Origin, (await poll).Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    [Shows("1/cors-renewed-token")]
    public async Task A_renewed_token_can_be_read_by_the_page()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Calls = [new CallRule { Script = new Script([new ScriptStep.Queued()]) }],
        });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await cec.AdvanceAsync(55 * 60);
        await client.FetchAccessTokenAsync();

        var answer = await new PageOf(cec.Http).SendAsync(
            HttpMethod.Get,
            CheckPath,
            null,
            ("x-app-key", client.AppKey!),
            ("Authorization", client.Authorization!),
            ("ccmessaging-token", client.MessagingToken!));

        Assert.NotNull(answer.RenewedToken);
        Assert.Contains(
            "ccmessaging-token", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_an_origin_sees_nothing_of_it()
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new CecClient(cec.Http, cec.Space.Settings).CheckAsync();

        Assert.DoesNotContain(answer.Raw.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        Assert.Null(answer.Header("Vary"));
    }

    [Fact]
    [Shows("1/cors-off")]
    public async Task A_space_without_CORS_names_no_origin_in_any_answer()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Cors = false });
        var page = new PageOf(cec.Http);

        foreach (var (method, path, body, status) in Requests)
        {
            var answer = await page.SendAsync(new HttpMethod(method), path, body);

            Assert.Equal(status, answer.Status);
            Assert.DoesNotContain(
                answer.Raw.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        }

        var preflight = await page.PreflightAsync(CreatePath);
        Assert.Equal((405, "POST"), (preflight.Status, preflight.Raw.Content.Headers.Allow.Single()));
        Assert.Contains("(cors: false)", preflight.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explanation_names_the_page_and_whether_it_could_read_the_answer()
    {
        await using var cec = await TestCec.StartAsync();
        await using var silent = await TestCec.StartAsync(new SpaceSettings { Cors = false });

        Assert.Contains(
            "It came from a page of http://localhost:3000.", await ExplainedAsync(cec), StringComparison.Ordinal);
        Assert.Contains(
            "It came from a page of http://localhost:3000, whose browser keeps the answer from it",
            await ExplainedAsync(silent),
            StringComparison.Ordinal);
    }

    private static async Task<string> ExplainedAsync(TestCec cec)
    {
        await new PageOf(cec.Http).SendAsync(HttpMethod.Get, CheckPath, null, ("x-app-key", "cecsim-demo-key"));
        var entry = (await cec.JournalAsync()).Single();
        return (string)(await cec.ReadAsync($"{ControlAnswers.Space}/explain/{entry["id"]}"))["text"]!;
    }

    private static FaultRule Always(CecOperation at, RequestFault fault) => new(at, FaultWhen.Always, fault);
}
