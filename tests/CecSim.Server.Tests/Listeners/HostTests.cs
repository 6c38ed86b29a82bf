using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Listeners;

/// <summary>Requests that do not say for which host they are.</summary>
public sealed class HostTests
{
    [Theory]
    [InlineData("HTTP/1.0", "")]
    [InlineData("HTTP/1.0", "Host:\r\n")]
    [InlineData("HTTP/1.1", "Host:\r\n")]
    [InlineData("HTTP/1.1", "Host: \r\n")]
    public async Task Without_a_host_it_is_the_address_of_the_connection(string protocol, string host)
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var answer = await AskAsync(cec, client, CecClient.EventsPath, protocol, host);
        var har = await cec.ReadAsync($"{ControlAnswers.Space}/journal/har?operation=getClickToCallEvents");

        var own = cec.Url("http").Authority;
        Assert.Contains($"\"ws://{own}/sip\"", answer, StringComparison.Ordinal);
        Assert.StartsWith(
            $"http://{own}/", (string?)har["log"]!["entries"]![0]!["request"]!["url"], StringComparison.Ordinal);
    }

    // RFC 9112, 3.2.2: the target's authority is the host.
    [Theory]
    [InlineData("HTTP/1.0", "")]
    [InlineData("HTTP/1.1", "Host: cec.example:81\r\n")]
    public async Task A_target_that_is_a_whole_URL_names_it(string protocol, string host)
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var answer = await AskAsync(cec, client, $"http://cec.example:81{CecClient.EventsPath}", protocol, host);

        Assert.Contains("\"ws://cec.example:81/sip\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_control_API_takes_them_as_of_this_machine_but_not_a_foreign_target()
    {
        await using var cec = await StartAsync();

        Assert.StartsWith(
            "HTTP/1.1 200", await AskAsync(cec, null, "/_cecsim/spaces", "HTTP/1.0", ""), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 403",
            await AskAsync(cec, null, "http://evil.example/_cecsim/spaces", "HTTP/1.0", ""),
            StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(
        TestCec cec, CecClient? client, string target, string protocol, string host)
    {
        await using var connection = await RawConnection.OpenAsync(cec.Url("http"));
        await connection.SendAsync(
            $"GET {target} {protocol}\r\n{host}Connection: close\r\n" +
            $"x-app-key: {client?.AppKey}\r\nAuthorization: {client?.Authorization}\r\n" +
            $"ccmessaging-token: {client?.MessagingToken}\r\n\r\n");
        return await connection.ReadToEndAsync();
    }
}
