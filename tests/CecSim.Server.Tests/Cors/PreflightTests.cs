using CecSim.Server.Exchanges;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Cors;

/// <summary>A browser asks, before a page of another origin may send its request (Fetch, 4.8).</summary>
public sealed class PreflightTests
{
    public static TheoryData<string, string> Routes =>
        [.. VendorRoutes.All.Select(r => new TheoryDataRow<string, string>(r.Method, r.Path))];

    [Theory, MemberData(nameof(Routes))]
    [Shows("1/cors")]
    public async Task Every_route_tells_a_browser_that_pages_of_other_origins_may_call_it(string method, string path)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new PageOf(cec.Http).PreflightAsync(path, method);

        Assert.Equal((204, "", "inferred"), (answer.Status, answer.Body, answer.Basis));
        Assert.Equal(PageOf.Origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(method, answer.Header("Access-Control-Allow-Methods"));
        Assert.Equal("Origin", answer.Header("Vary"));
        Assert.Equal(
            "x-app-key, Authorization, ccmessaging-token, Content-Type, X-Token-Expire",
            answer.Header("Access-Control-Allow-Headers"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("capacitor://localhost")]
    [InlineData("https://crm.example:8443")]
    [InlineData("chrome-extension://abcdefgh")]
    public async Task Whatever_the_origin_it_is_echoed(string origin)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new PageOf(cec.Http, origin).PreflightAsync(CreatePath);

        Assert.Equal((204, origin), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("http://a.example, http://b.example")]
    [InlineData("a b")]
    [InlineData("http://bücher.example")]
    public async Task What_is_no_origin_is_refused_and_named(string origin)
    {
        await using var cec = await TestCec.StartAsync();

        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
        await socket.SendAsync(
            $"OPTIONS {CreatePath} HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\n" +
            "Access-Control-Request-Method: POST\r\n\r\n");
        var answer = await socket.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-Allow-Origin", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_internet_may_call_into_this_network_when_its_browser_asks_for_that()
    {
        await using var cec = await TestCec.StartAsync();
        var page = new PageOf(cec.Http);

        var asked = await page.PreflightAsync(CreatePath, more: ("Access-Control-Request-Private-Network", "true"));

        Assert.Equal("true", asked.Header("Access-Control-Allow-Private-Network"));
        Assert.Null((await page.PreflightAsync(CreatePath)).Header("Access-Control-Allow-Private-Network"));
    }

    [Theory]
    [InlineData("/apiaccess/ccmessaging/nothing")]
    [InlineData(CreatePath)]
    public async Task What_is_no_method_is_refused_and_named(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new PageOf(cec.Http).PreflightAsync(path, "PO(ST it");

        Assert.Equal(405, answer.Status);
        Assert.StartsWith("Access-Control-Request-Method 'PO(ST it'", answer.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/apiaccess/ccmessaging/pushMsg")]
    [InlineData("/apiaccess/ccmessaging/nothing")]
    public async Task What_is_not_there_may_be_asked_for_so_that_the_page_reads_that(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new PageOf(cec.Http).PreflightAsync(path, "PUT");

        Assert.Equal((204, "PUT"), (answer.Status, answer.Header("Access-Control-Allow-Methods")));
    }

    [Fact]
    public async Task A_header_that_a_scenario_looks_at_may_be_sent()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Calls = [new CallRule { Match = new CallMatch { Headers = [new HeaderMatch("X-Test", "*")] } }],
        });

        var answer = await new PageOf(cec.Http).PreflightAsync(CreatePath, headers: "x-test");

        Assert.EndsWith(", X-Test", answer.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stands_in_the_journal_of_its_space_and_says_what_the_browser_will_block()
    {
        await using var cec = await TestCec.StartAsync();

        await new PageOf(cec.Http).PreflightAsync(CreatePath, "POST", "x-app-key,x-requested-with");

        var entry = Assert.Single(await cec.JournalAsync("?method=OPTIONS"));
        Assert.Null(entry["operation"]);
        var text = (string)(await cec.ReadAsync($"{ControlAnswers.Space}/explain/{entry["id"]}"))["text"]!;
        Assert.Contains(
            "the browser blocks the request of the page of http://localhost:3000: its header x-requested-with is none",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_counts_for_no_fault_and_for_no_claim()
    {
        await using var cec = await TestCec.StartAsync();
        await new PageOf(cec.Http).PreflightAsync(CreatePath);

        var (_, verdict) = await cec.VerifyAsync($$"""{"path":"{{CreatePath}}","times":0}""");
        var (_, asked) = await cec.VerifyAsync($$"""{"path":"{{CreatePath}}","method":"OPTIONS","times":1}""");

        Assert.True((bool)verdict["holds"]!);
        Assert.True((bool)asked["holds"]!);
    }

    [Fact]
    public async Task Of_several_spaces_the_request_that_follows_tells_which_one_it_was_for()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [new() { Name = "one", AppKey = "k1" }, new() { Name = "two", AppKey = "k2", Cors = false },
                new() { Name = "three", AppKey = "k3" }],
        });
        var page = new PageOf(cec.Http);

        Assert.Equal(204, (await page.PreflightAsync(CheckPath, "GET")).Status);
        Assert.Single((await cec.ReadAsync("/_cecsim/journal"))["entries"]!.AsArray());
        await page.SendAsync(HttpMethod.Get, CheckPath, null, ("x-app-key", "k3"));

        Assert.Equal(["OPTIONS", "GET"], await MethodsAsync(cec, "three"));
        Assert.Empty(await MethodsAsync(cec, "one"));
    }

    [Fact]
    public async Task Of_several_spaces_the_one_that_the_page_has_called_before_may_answer_none()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            Spaces = [new() { Name = "one", AppKey = "k1" }, new() { Name = "two", AppKey = "k2", Cors = false }],
        });
        var page = new PageOf(cec.Http);

        await page.SendAsync(HttpMethod.Get, CheckPath, null, ("x-app-key", "k2"));

        Assert.Equal(405, (await page.PreflightAsync(CreatePath)).Status);
        Assert.Equal(["GET", "OPTIONS"], await MethodsAsync(cec, "two"));
        Assert.Equal(204, (await new PageOf(cec.Http, "http://localhost:4000").PreflightAsync(CreatePath)).Status);
    }

    [Theory, MemberData(nameof(Routes))]
    [Shows("1/options")]
    public async Task OPTIONS_of_a_program_tells_what_the_path_takes(string method, string path)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await new CecClient(cec.Http, cec.Space.Settings).AskAsync(HttpMethod.Options, path, null);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal(
            method == "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS",
            string.Join(", ", answer.Raw.Content.Headers.Allow));
    }

    private static async Task<IEnumerable<string?>> MethodsAsync(TestCec cec, string space) =>
        (await cec.ReadAsync($"/_cecsim/spaces/{space}/journal"))["entries"]!.AsArray()
            .Select(e => (string?)e!["request"]!["method"]);
}
