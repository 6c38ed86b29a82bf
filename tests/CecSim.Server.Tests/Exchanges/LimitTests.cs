namespace CecSim.Server.Tests.Exchanges;

/// <summary>What a client cannot make the server hold.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task More_long_polls_than_the_server_holds_are_sent_away_until_one_is_over()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { HeldPollsMax = 1 });
        var first = await cec.SignInAsync("u1");
        var second = await cec.SignInAsync("u2");
        var held = await cec.HeldAsync(first.PollAsync());

        var refused = await second.PollAsync();

        Assert.Equal(503, refused.Status);
        Assert.Equal("1", refused.Header("Retry-After"));
        Assert.Equal(
            """{"errorCode":"0","exceptionInfo":"HTTP status 503."}""", refused.Body);
        await cec.AdvanceAsync(10);
        await held;
        var now = await cec.HeldAsync(second.PollAsync());
        await cec.AdvanceAsync(10);
        Assert.Equal(200, (await now).Status);
    }

    [Fact]
    public async Task A_head_that_is_too_large_is_refused()
    {
        await using var cec = await TestCec.StartAsync();
        await using var connection = await RawConnection.OpenAsync(cec.Url("http"));

        await connection.SendAsync($"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {new string('x', 33_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431 ", await connection.ReadAnswerAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_does_not_come_to_its_end_is_refused()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { HeadWithin = TimeSpan.FromSeconds(1) });
        await using var connection = await RawConnection.OpenAsync(cec.Url("http"));

        await connection.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n");

        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadAnswerAsync(), StringComparison.Ordinal);
    }
}
