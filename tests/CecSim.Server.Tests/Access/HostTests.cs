using CecSim.Server.Access;
using Microsoft.AspNetCore.Routing;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Access;

/// <summary>
/// DNS rebinding: a page makes its own name point to this machine. Its Host header tells it, on every route there is.
/// </summary>
public sealed class HostTests
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LocalHost", true)]
    [InlineData("localhost.", true)]
    [InlineData("cec.localhost", true)]
    [InlineData("a.b.CEC.LOCALHOST.", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.10", true)]
    [InlineData("[::1]", true)]
    [InlineData("localhost..", false)]
    [InlineData(".localhost", false)]
    [InlineData("a..localhost", false)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("evil-localhost", false)]
    [InlineData("127.0.0.1.nip.io", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("[::2]", false)]
    public void A_name_is_this_machines_own_or_not(string host, bool isOwn) =>
        Assert.Equal(isOwn, OwnNames.Cover(host));

    [Fact]
    public async Task Every_route_is_closed_to_a_foreign_host()
    {
        await using var cec = await StartAsync();
        await cec.Http.GetStringAsync("/_cecsim/health/live", TestEnds);
        var routes = cec.Routes.Concat(cec.ControlRoutes).ToList();
        Assert.Contains(routes, r => r.Path == "/sip");
        Assert.Contains(routes, r => r.Path == "/demo/agent");
        Assert.Contains(routes, r => r.Path == CecClient.ApplyPath);
        Assert.Contains(routes, r => r.Path.StartsWith("/_cecsim/spaces/demo", StringComparison.Ordinal));

        foreach (var (method, path) in routes)
        {
            await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
            await socket.SendAsync($"{method} {path} HTTP/1.1\r\nHost: evil.example:5080\r\nContent-Length: 0\r\n\r\n");
            var answer = await socket.ReadToAsync("\r\n\r\n");

            Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
            Assert.Contains("X-CecSim-Why: Host evil.example is no name of", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("Access-Control-Allow-Origin", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demo/agent")]
    [InlineData("/apiaccess/ccmessaging/nothing")]
    public async Task A_refusal_says_what_to_do_and_gives_nothing_away(string path)
    {
        await using var cec = await StartAsync();

        var answer = await new CecClient(cec.Http, cec.Space.Settings)
            .AskAsync(HttpMethod.Get, path, null, host: "evil.example");

        Assert.Equal(403, answer.Status);
        Assert.Contains(
            "localhost, a name below .localhost, 127.0.0.1 or [::1], or start the server with --host-name evil.example",
            answer.Body,
            StringComparison.Ordinal);
        Assert.DoesNotContain("cecsim-demo", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cec.example:80")]
    [InlineData("CEC.example")]
    [InlineData("cec.localhost:5080")]
    [InlineData("localhost.")]
    [InlineData("127.0.0.2:1")]
    [InlineData("[::1]:5080")]
    [Shows("1/any-port")]
    public async Task Every_name_of_this_machine_reaches_both_APIs(string host)
    {
        await using var cec = await StartAsync();

        foreach (var path in (string[])["/_cecsim/spaces", "/demo/agent", CecClient.CheckPath])
        {
            var answer = await new CecClient(cec.Http, cec.Space.Settings)
                .AskAsync(HttpMethod.Get, path, null, host: host);

            Assert.DoesNotContain("Host", answer.Why ?? "", StringComparison.Ordinal);
            Assert.Equal(path == CecClient.CheckPath ? 403 : 200, answer.Status);
        }
    }

    [Fact]
    public async Task A_WebSocket_is_not_opened_for_a_foreign_host()
    {
        await using var cec = await StartAsync();
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));

        await socket.SendAsync(
            "GET /sip HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
            "Sec-WebSocket-Protocol: sip\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403", await socket.ReadToAsync("\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_for_others_answers_to_every_name()
    {
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://0.0.0.0:0"],
            LogLevel = Microsoft.Extensions.Logging.LogLevel.None,
        });
        await app.StartAsync(TestEnds);
        using var http = ClientOf(new Uri($"http://127.0.0.1:{new Uri(app.Urls.Single()).Port}"));

        var answer = await new CecClient(http, new())
            .AskAsync(HttpMethod.Get, "/demo/agent", null, host: "any.example");

        Assert.Equal(200, answer.Status);
    }
}
