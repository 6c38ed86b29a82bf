using System.Text.Json;

namespace CecSim.Server.Tests.Gateway;

/// <summary>Which <c>gwAddresses</c> a client is sent to.</summary>
public sealed class GatewayAddressTests
{
    [Theory]
    [InlineData("cec.example:8443")]
    [InlineData("cec.example")]
    [InlineData("10.0.0.7:80")]
    [InlineData("[::1]:5080")]
    [InlineData("[::1]")]
    [Shows("6/gwaddresses-full-urls")]
    [Shows("1/any-domain-name")]
    public async Task The_gateway_is_at_the_host_that_the_client_used(string host)
    {
        await using var cec = await TestCec.StartAsync();

        Assert.Equal($"ws://{host}/sip", await AddressAsync(await cec.SignInAsync(), host));
    }

    [Fact]
    [Shows("6/wss-over-https")]
    public async Task Over_HTTPS_it_is_wss()
    {
        await using var secure = await SecureCec.StartAsync();
        var client = await secure.Cec.SignInAsync(http: secure.Https);

        Assert.Equal($"wss://{secure.Cec.Url("https").Authority}/sip", await AddressAsync(client));
    }

    [Theory]
    [InlineData(GatewayScheme.Auto, "http", "ws", "http")]
    [InlineData(GatewayScheme.Ws, "http", "ws", "http")]
    [InlineData(GatewayScheme.Wss, "http", "wss", "https")]
    [InlineData(GatewayScheme.Auto, "https", "wss", "https")]
    [InlineData(GatewayScheme.Ws, "https", "ws", "http")]
    [InlineData(GatewayScheme.Wss, "https", "wss", "https")]
    [Shows("6/wss-over-https")]
    public async Task A_settled_scheme_crosses_over_to_the_port_that_speaks_it(
        GatewayScheme setting, string clientUses, string scheme, string portOf)
    {
        await using var secure = await SecureCec.StartAsync(new SpaceSettings { GatewayScheme = setting });
        var client = await secure.Cec.SignInAsync(http: clientUses == "https" ? secure.Https : null);

        var host = $"cec.example:{secure.Cec.Url(clientUses).Port}";
        Assert.Equal(
            $"{scheme}://cec.example:{secure.Cec.Url(portOf).Port}/sip", await AddressAsync(client, host));
    }

    [Fact]
    public async Task A_crossing_keeps_the_brackets_of_an_IPv6_host()
    {
        await using var secure = await SecureCec.StartAsync(new SpaceSettings { GatewayScheme = GatewayScheme.Wss });

        Assert.Equal(
            $"wss://[::1]:{secure.Cec.Url("https").Port}/sip",
            await AddressAsync(await secure.Cec.SignInAsync(), "[::1]:5080"));
    }

    // Somebody else ends the TLS then, in front of this server: where, only the client's own address tells.
    [Theory]
    [InlineData("cec.example:8080", "wss://cec.example:8080/sip")]
    [InlineData("cec.example", "wss://cec.example/sip")]
    public async Task A_settled_scheme_that_no_listener_speaks_stays_at_the_clients_port(string host, string address)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { GatewayScheme = GatewayScheme.Wss });

        Assert.Equal(address, await AddressAsync(await cec.SignInAsync(), host));
    }

    private static async Task<string> AddressAsync(CecClient client, string? host = null)
    {
        await client.CreateAsync();
        var answer = await client.AskAsync(HttpMethod.Get, CecClient.EventsPath, null, host);
        using var body = JsonDocument.Parse(answer.Body);
        var addresses = body.RootElement.GetProperty("content").GetProperty("gwAddresses");
        return addresses.EnumerateArray().Single().GetString()!;
    }
}
