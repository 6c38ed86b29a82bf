using CecSim.Server.WebConsole;

namespace CecSim.Server.Tests.WebConsole;

/// <summary>Who is led to the console, and what it is there.</summary>
public sealed class ConsolePagesTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_browser_that_asks_for_the_server_is_led_to_it(string method)
    {
        await using var cec = await TestCec.StartAsync();

        using var answer = await AskAsync(cec, method, "/", Browser);

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("/_cecsim/ui", answer.Headers.Location!.OriginalString);
        Assert.Equal("Accept", answer.Headers.Vary.Single());
    }

    [Theory]
    [InlineData("GET", "/", "*/*")]
    [InlineData("GET", "/", "application/json, text/plain, */*")]
    [InlineData("GET", "/", null)]
    [InlineData("POST", "/", Browser)]
    [InlineData("GET", "/nowhere", Browser)]
    public async Task Programs_and_other_paths_get_what_CEC_answers(string method, string path, string? accept)
    {
        await using var cec = await TestCec.StartAsync();

        using var answer = await AskAsync(cec, method, path, accept);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("\"errorCode\"", await answer.Content.ReadAsStringAsync(TestCec.TestEnds));
    }

    [Theory]
    [InlineData(ConsoleMode.On, "/_cecsim/ui", "data-console=\"on\"")]
    [InlineData(ConsoleMode.On, "/_cecsim/ui/", "data-console=\"on\"")]
    [InlineData(ConsoleMode.Read, "/_cecsim/ui", "data-console=\"read\"")]
    public async Task The_page_knows_what_it_may_do_and_has_no_script_of_its_own(
        ConsoleMode mode, string path, string told)
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { Console = mode });

        using var answer = await AskAsync(cec, "GET", path, Browser);

        var page = await answer.Content.ReadAsStringAsync(TestCec.TestEnds);
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)|\son\w+=|style=", page);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'; style-src 'self'; connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_cecsim/ui", "urn:cecsim:problem:route-unknown")]
    [InlineData("/_cecsim/ui/console.js", "urn:cecsim:problem:route-unknown")]
    [InlineData("/", "errorCode")]
    public async Task A_server_without_one_has_nothing_there(string path, string told)
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { Console = ConsoleMode.Off });

        using var answer = await AskAsync(cec, "GET", path, Browser);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(TestCec.TestEnds), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_a_first_view_needs_is_less_than_200_KB()
    {
        await using var cec = await TestCec.StartAsync();
        var bytes = 0;
        foreach (var path in new[] { "/_cecsim/ui", "/_cecsim/ui/console.js", "/_cecsim/ui/console.css" })
        {
            bytes += (await cec.Http.GetByteArrayAsync(path, TestCec.TestEnds)).Length;
        }

        Assert.InRange(bytes, 10_000, 200_000);
    }

    [Fact]
    public async Task A_look_at_it_is_no_request_of_a_client()
    {
        await using var cec = await TestCec.StartAsync();

        foreach (var path in new[] { "/_cecsim/ui", "/_cecsim/ui/console.js", "/_cecsim/ui/console.css" })
        {
            using var answer = await AskAsync(cec, "GET", path, Browser);
        }

        var journal = await cec.Http.GetStringAsync("/_cecsim/journal", TestCec.TestEnds);
        Assert.StartsWith("{\"count\":0,", journal, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestCec cec, string method, string path, string? accept)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(cec.Url("http"), path));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await http.SendAsync(request, TestCec.TestEnds);
    }
}
