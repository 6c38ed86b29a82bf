using CecSim.Server.Gateway;

namespace CecSim.Server.Tests.Cors;

/// <summary>Every endpoint that the server maps, by its own list: none is forgotten that comes later.</summary>
public sealed class EndpointTests
{
    /// <summary>What no script of another origin calls: the bar's own, and pages to be visited.</summary>
    private static readonly string[] ForNoOtherPage =
        ["/service-cloud/", "/demo/", "/_cecsim/ui", GatewayAddresses.Path];

    [Fact]
    public async Task A_page_of_another_origin_may_read_the_answer_of_every_endpoint_of_the_API()
    {
        await using var cec = await TestCec.StartAsync();
        var page = new PageOf(cec.Http);
        var routes = cec.Routes.Where(r => !IsForNoOtherPage(r.Path)).ToList();
        Assert.Contains(routes, r => r.Path == CecClient.ApplyPath);

        var silent = new List<string>();
        foreach (var (method, path) in routes)
        {
            var answer = await page.SendAsync(new HttpMethod(method), path);
            var asked = await page.PreflightAsync(path, method);
            if (answer.Header("Access-Control-Allow-Origin") != PageOf.Origin
                || (asked.Status, asked.Header("Access-Control-Allow-Origin")) != (204, PageOf.Origin))
            {
                silent.Add($"{method} {path}: {answer.Status}, {asked.Status}");
            }
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task No_page_of_another_origin_may_read_what_the_control_API_answers()
    {
        await using var cec = await TestCec.StartAsync();
        await cec.Http.GetStringAsync("/_cecsim/health/live", TestCec.TestEnds);
        var page = new PageOf(cec.Http);

        foreach (var (method, path) in cec.ControlRoutes)
        {
            var answer = await page.SendAsync(new HttpMethod(method), path);

            Assert.Null(answer.Header("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task An_endpoint_that_is_mapped_later_is_in_the_lists_and_closed_to_a_foreign_host()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs(), app => app.MapGet("/later", () => "open"));

        var foreign = await new CecClient(cec.Http, cec.Space.Settings)
            .AskAsync(HttpMethod.Get, "/later", null, host: "evil.example");

        Assert.Contains(("GET", "/later"), cec.Routes);
        Assert.Equal(403, foreign.Status);
    }

    private static bool IsForNoOtherPage(string path) =>
        ForNoOtherPage.Any(p => path.StartsWith(p, StringComparison.Ordinal));
}
