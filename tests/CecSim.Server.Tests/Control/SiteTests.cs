using CecSim.Control.Contracts;
using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>What a page of another site makes a browser send to the control API does nothing there.</summary>
public sealed class SiteTests
{
    [Theory]
    [InlineData(null, false, true)]
    [InlineData("none", false, true)]
    [InlineData("same-origin", false, true)]
    [InlineData("same-site", false, false)]
    [InlineData("cross-site", false, false)]
    [InlineData("CROSS-SITE", false, false)]
    [InlineData("anything", false, false)]
    [InlineData("cross-site", true, true)]
    public void A_browser_tells_whose_page_it_was(string? fetchSite, bool isVisit, bool may) => Assert.Equal(
        may ? null : ProblemCode.OriginForeign,
        ControlAuthorization.CheckSite(new ControlCaller(true, null, "http://localhost:5080", null, fetchSite, isVisit))
            ?.Refusal);

    [Fact]
    public async Task No_route_answers_what_a_page_of_another_site_loads()
    {
        await using var cec = await StartAsync();
        var door = new ControlApiClient(cec.Http);
        await door.GetAsync("health/live");
        Assert.True(cec.ControlRoutes.Count > 30);

        foreach (var (method, path) in cec.ControlRoutes)
        {
            (string, string)[] kinds = [("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")];
            foreach (var (mode, dest) in kinds)
            {
                var answer = await door.AskAsync(
                    new HttpMethod(method),
                    path["/_cecsim/".Length..],
                    null,
                    ("Sec-Fetch-Site", "cross-site"),
                    ("Sec-Fetch-Mode", mode),
                    ("Sec-Fetch-Dest", dest));

                answer.MustBeProblem(403, "origin-foreign");
            }
        }
    }

    [Fact]
    public async Task A_person_may_follow_a_link_to_what_only_reads()
    {
        await using var cec = await StartAsync();
        var door = new ControlApiClient(cec.Http);
        (string, string)[] visit =
            [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];

        Assert.Equal(200, (await door.AskAsync(HttpMethod.Get, "spaces", null, visit)).Status);
        (await door.AskAsync(HttpMethod.Get, "process?collect=true", null, visit)).MustBeProblem(403, "origin-foreign");
        (await door.AskAsync(HttpMethod.Post, "spaces", null, visit)).MustBeProblem(403, "origin-foreign");
    }

    [Fact]
    public async Task Programs_go_on_as_before()
    {
        await using var cec = await StartAsync();

        Assert.Equal(200, (await new ControlApiClient(cec.Http).GetAsync("process?collect=true")).Status);
    }

    [Fact]
    public async Task Every_GET_answers_HEAD_and_every_route_OPTIONS()
    {
        await using var cec = await StartAsync();
        await cec.Http.GetStringAsync("/_cecsim/health/live", TestEnds);

        foreach (var (method, path) in cec.ControlRoutes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            using var options = await cec.Http.SendAsync(request, TestEnds);
            Assert.Equal(204, (int)options.StatusCode);
            Assert.Contains(method, options.Content.Headers.Allow);
            Assert.Contains("OPTIONS", options.Content.Headers.Allow);
        }

        foreach (var (_, path) in cec.ControlRoutes.Where(r => r.Method == "GET"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await cec.Http.SendAsync(request, TestEnds);
            Assert.NotEqual(405, (int)head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestEnds));
        }
    }
}
