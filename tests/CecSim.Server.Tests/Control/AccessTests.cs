using CecSim.Control.Contracts;
using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>Who may drive a server.</summary>
public sealed class AccessTests
{
    [Theory]
    [InlineData("spaces/demo/clock", """{"mode":"frozen"}""")]
    [InlineData("spaces/demo/faults", """{"at":"poll","inject":"hang"}""")]
    [InlineData("spaces/demo/agents/1001/not-ready", """{"reason":200}""")]
    public async Task A_body_in_chunks_is_read_like_any_other(string path, string body)
    {
        await using var cec = await TestCec.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_cecsim/{path}");
        request.Content = CecClient.Json(body);
        request.Headers.TransferEncodingChunked = true;

        using var answer = await cec.Http.SendAsync(request, TestEnds);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestEnds));
    }

    [Theory]
    [InlineData("spaces/demo/clock")]
    [InlineData("spaces/demo/faults")]
    [InlineData("spaces/demo/calls/1/events")]
    [InlineData("import")]
    public async Task A_route_without_the_body_that_it_needs_says_so_in_its_own_words(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var refused = await new ControlApiClient(cec.Http).PostAsync(path);

        refused.MustBeProblem(400, "bad-request");
        Assert.Equal(
            "It takes a body of JSON, and none came; /_cecsim/openapi/control.json has its form.",
            (string?)refused["detail"]);
    }

    [Theory]
    [InlineData("spaces")]
    [InlineData("spaces/demo/reset")]
    [InlineData("spaces/demo/agents/1001/not-ready")]
    public async Task A_body_that_need_not_be_there_may_be_absent(string path)
    {
        await using var cec = await TestCec.StartAsync();

        var done = await new ControlApiClient(cec.Http).PostAsync(path);

        Assert.True(done.Status is 200 or 201 or 204, $"{done.Status} {done.Body}");
    }

    [Theory]
    [InlineData("k", "Bearer k", null)]
    [InlineData("k", "bearer k", null)]
    [InlineData("k", "BEARER  k", null)]
    [InlineData("k", "Bearer K", "KeyMissing")]
    [InlineData("k", "Bearer ", "KeyMissing")]
    [InlineData("k", "Basic k", "KeyMissing")]
    [InlineData("k", "k", "KeyMissing")]
    [InlineData("k", null, "KeyMissing")]
    [InlineData(null, "Bearer ", "KeyMissing")]
    [InlineData(null, null, "KeyMissing")]
    public void Elsewhere_the_key_is_asked_for(string? key, string? authorization, string? refusal) => Assert.Equal(
        refusal,
        ControlAuthorization.CheckKey(new ControlCaller(false, authorization, "http://x", null, null, false), key)
            ?.Refusal.ToString());

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://localhost:3000", false)]
    [InlineData("https://localhost:5080", false)]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    public void A_page_may_drive_only_the_server_that_it_came_from(string? origin, bool may) => Assert.Equal(
        may ? null : ProblemCode.OriginForeign,
        ControlAuthorization.CheckSite(
            new ControlCaller(true, null, "http://localhost:5080", origin, null, false))?.Refusal);

    [Theory]
    [InlineData("spaces")]
    [InlineData("spaces/demo")]
    [InlineData("spaces/nix")]
    [InlineData("nix")]
    [InlineData("../_CECSIM/spaces")]
    [InlineData("../%5Fcecsim/spaces")]
    public async Task A_foreign_host_learns_nothing_however_it_spells_the_path(string path)
    {
        await using var cec = await StartAsync();
        var door = new ControlApiClient(cec.Http);

        (await door.AskAsync(HttpMethod.Get, path, null, ("Host", "evil.example")))
            .MustBeProblem(403, "host-foreign");
        (await door.AskAsync(HttpMethod.Get, path, null, ("Origin", "http://evil.example")))
            .MustBeProblem(403, "origin-foreign");
    }

    // A form of another site can be posted without asking first; it must not arrive.
    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        await using var cec = await StartAsync();
        var door = new ControlApiClient(cec.Http);

        var refused = await door.AskAsync(
            HttpMethod.Post, "spaces", new StringContent("{}"), ("Origin", "http://evil.example"));

        refused.MustBeProblem(403, "origin-foreign");
        Assert.Single(cec.Spaces.All);
        (await door.AskAsync(HttpMethod.Post, "spaces", new StringContent("{}"))).MustBeProblem(415, "not-json");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a-key-of-sixteen")]
    public async Task A_server_that_others_reach_asks_for_its_key(string? key)
    {
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://0.0.0.0:0", "http://127.0.0.1:0"],
            LogLevel = LogLevel.None,
            ControlKey = key,
        });
        await app.StartAsync(TestEnds);
        var ports = app.Urls.Select(u => new Uri(u)).ToLookup(u => u.Host, u => u.Port);
        using var open = ClientOf(new Uri($"http://127.0.0.1:{ports["0.0.0.0"].Single()}"));
        using var loopback = ClientOf(new Uri($"http://127.0.0.1:{ports["127.0.0.1"].Single()}"));
        var door = new ControlApiClient(open);

        (await door.GetAsync("spaces")).MustBeProblem(401, "key-missing");
        (await door.AskAsync(HttpMethod.Get, "spaces", null, ("Authorization", "Bearer wrong")))
            .MustBeProblem(401, "key-missing");
        var told = await door.AskAsync(HttpMethod.Get, "spaces", null, ("Authorization", "Bearer a-key-of-sixteen"));
        Assert.Equal(key is null ? 401 : 200, told.Status);
        Assert.Equal(200, (await new ControlApiClient(loopback).GetAsync("spaces")).Status);
        Assert.Equal(200, (await door.GetAsync("health/ready")).Status);
    }

    [Fact]
    public async Task A_refusal_for_want_of_the_key_says_how_to_send_it()
    {
        await using var app = CecSimHost.Build(new CecSimArgs { Urls = ["http://*:0"], LogLevel = LogLevel.None });
        await app.StartAsync(TestEnds);
        using var http = ClientOf(new Uri($"http://127.0.0.1:{new Uri(app.Urls.Single()).Port}"));

        using var response = await http.GetAsync("/_cecsim/spaces", TestEnds);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }
}
