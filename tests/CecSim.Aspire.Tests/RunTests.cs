using System.Net.Http.Json;
using System.Net.Sockets;

namespace CecSim.Aspire.Tests;

/// <summary>What people have of a CEC in an app host that runs.</summary>
public sealed class RunTests(RunningAppHost host) : IClassFixture<RunningAppHost>
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_is_where_its_endpoints_say()
    {
        using var control = host.OpenControl();

        var space = Assert.Single(await control.ListSpacesAsync(TestEnds));

        Assert.Equal("queue-then-connect", space.Scenario);
        Assert.Contains(space.Addresses, a => new Uri(a).Port == host.Cec.Http.Port);
        Assert.Contains(space.Addresses, a => new Uri(a).Port == host.Cec.Https.Port);
        using var phone = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await phone.ConnectAsync("127.0.0.1", host.SipPort, TestEnds);
    }

    [Fact]
    public async Task An_application_that_references_it_is_given_what_CEC_asks_for()
    {
        var given = await host.ReadGivenAsync();

        Assert.Equal(host.Cec.Http.Url, given["ConnectionStrings__cec"]);
        Assert.Equal(host.Cec.Http.Url, given["CEC_URI"]);
        Assert.Equal($"{host.Cec.Http.Url}/_cecsim", given["CEC_CONTROLURI"]);
        using var control = host.OpenControl();
        var space = await control.Space(given["CEC_SPACE"]).ReadAsync(TestEnds);
        Assert.Equal(
            (space.AppKey, space.AppSecret, space.TenantSpaceId, space.ChannelIds[0]),
            (given["CEC_APPKEY"], given["CEC_APPSECRET"], given["CEC_TENANTSPACEID"], given["CEC_CHANNELID"]));
        using var http = new HttpClient { BaseAddress = new Uri(given["CEC_URI"]) };
        using var answer = await http.PostAsJsonAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new { app_key = given["CEC_APPKEY"], app_secret = given["CEC_APPSECRET"] },
            TestEnds);
        Assert.Contains("AccessToken", await answer.Content.ReadAsStringAsync(TestEnds), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_passes_at_a_command()
    {
        using var control = host.OpenControl();
        var before = await control.Space("queue-then-connect").ReadClockAsync(TestEnds);

        var result = await host.CommandAsync("advance", ("by", "1h"));

        Assert.True(result.Success, result.Message);
        var after = await control.Space("queue-then-connect").ReadClockAsync(TestEnds);
        Assert.True(after.Now >= before.Now.AddHours(1), $"{after.Now:O}");
    }

    [Fact]
    public async Task A_fault_is_armed_and_a_reset_disarms_it()
    {
        using var control = host.OpenControl();
        var space = control.Space("queue-then-connect");

        var armed = await host.CommandAsync(
            "arm-fault", ("fault", """{"at":"dropClickToCall","inject":{"status":503}}"""), ("space", space.Name));
        Assert.True(armed.Success, armed.Message);
        Assert.Contains(await space.ListFaultsAsync(TestEnds), f => f.At == "dropClickToCall");

        var reset = await host.CommandAsync("reset");
        Assert.True(reset.Success, reset.Message);
        Assert.DoesNotContain(await space.ListFaultsAsync(TestEnds), f => f.At == "dropClickToCall");
    }

    [Theory]
    [InlineData("advance", "by", "soon", "PT10M")]
    [InlineData("arm-fault", "fault", "{", "JSON")]
    [InlineData("arm-fault", "fault", """{"at":"nowhere","inject":{"status":503}}""", "nowhere")]
    [InlineData("reset", "space", "nobody's", "nobody's")]
    public async Task A_command_that_cannot_be_done_says_why(string command, string name, string value, string why)
    {
        var result = await host.CommandAsync(command, (name, value));

        Assert.False(result.Success);
        Assert.Contains(why, result.Message, StringComparison.OrdinalIgnoreCase);
    }
}
