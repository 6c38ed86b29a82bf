using CecSim.Server.Tests.ConnectionBar;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Listeners;

/// <summary>A server that was told by which address clients know it.</summary>
public sealed class PublicUrlTests
{
    private const string Key = "a-key-of-sixteen";

    [Theory]
    [InlineData("https://cec.example", "wss://cec.example/sip")]
    [InlineData("https://cec.example:8443/", "wss://cec.example:8443/sip")]
    [InlineData("http://10.0.0.7:8080", "ws://10.0.0.7:8080/sip")]
    [InlineData("https://[2001:db8::1]:8443", "wss://[2001:db8::1]:8443/sip")]
    public async Task The_gateway_is_there(string url, string gateway)
    {
        await using var cec = await StartAsync(new CecSimArgs { PublicUrl = new Uri(url) });
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var answer = await client.PollAsync();

        Assert.Equal(gateway, (string?)JsonNode.Parse(answer.Body)!["content"]!["gwAddresses"]![0]);
    }

    [Fact]
    public async Task The_bar_is_loaded_from_there_with_cookies_for_TLS_and_only_its_pages_may_speak_for_it()
    {
        await using var cec = await StartAsync(new CecSimArgs { PublicUrl = new Uri("https://cec.example:443") });
        var page = new BarPage(cec.Http);

        var script = await page.LoadAsync();
        var ofFrame = await page.ActAsync("sign-in", origin: "https://cec.example");
        var ofOther = await page.ActAsync("sign-in", origin: "https://evil.example");

        Assert.Contains("https://cec.example/service-cloud/", script.Body, StringComparison.Ordinal);
        Assert.All(
            script.Raw.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Matches("(?i)secure.*samesite=none", cookie));
        Assert.Equal(200, ofFrame.Status);
        Assert.Equal(403, ofOther.Status);
    }

    [Fact]
    public async Task The_control_API_names_it_first_and_asks_everybody_for_the_key()
    {
        await using var cec = await StartAsync(new CecSimArgs
        {
            PublicUrl = new Uri("https://cec.example"),
            ControlKey = Key,
        });

        using var without = await cec.Http.GetAsync("/_cecsim/spaces/demo", TestEnds);
        cec.Http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Key}");
        var addresses = (await cec.ReadAsync(ControlAnswers.Space))["addresses"]!.AsArray();

        Assert.Equal(401, (int)without.StatusCode);
        Assert.Equal(
            ["https://cec.example", cec.Url("http").GetLeftPart(UriPartial.Authority)],
            addresses.Select(a => (string?)a));
    }

    [Fact]
    public async Task One_of_this_machine_keeps_the_control_API_open_and_its_Host_rule()
    {
        await using var cec = await StartAsync(new CecSimArgs { PublicUrl = new Uri("https://localhost:8443") });
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/_cecsim/spaces");
        foreign.Headers.Host = "evil.example";

        using var own = await cec.Http.GetAsync("/_cecsim/spaces", TestEnds);
        using var refused = await cec.Http.SendAsync(foreign, TestEnds);

        Assert.Equal((200, 403), ((int)own.StatusCode, (int)refused.StatusCode));
    }

    [Theory]
    [InlineData("https://cec.example/base")]
    [InlineData("https://cec.example/?a=1")]
    [InlineData("https://user@cec.example")]
    [InlineData("ftp://cec.example")]
    [InlineData("file:///tmp")]
    public void More_or_less_than_scheme_host_and_port_is_refused(string url) => Assert.StartsWith(
        "--public-url must be",
        Assert.Throws<ArgumentException>(
            () => CecSimHost.Build(new CecSimArgs { PublicUrl = new Uri(url), Urls = ["http://127.0.0.1:0"] })).Message,
        StringComparison.Ordinal);
}
