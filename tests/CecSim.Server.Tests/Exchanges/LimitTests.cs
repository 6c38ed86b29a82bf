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
    public async Task A_connection_that_there_is_no_room_for_is_told_so_until_one_has_ended()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { ConnectionsMax = 1 });
        await using (var only = await RawConnection.OpenAsync(cec.Url("http")))
        {
            await only.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 404 ", await only.ReadAnswerAsync(), StringComparison.Ordinal);
            await using var second = await RawConnection.OpenAsync(cec.Url("http"));

            await second.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

            var refused = await second.ReadAnswerAsync();
            Assert.StartsWith("HTTP/1.1 503 ", refused, StringComparison.Ordinal);
            Assert.Contains("Retry-After: 1\r\n", refused, StringComparison.Ordinal);
            Assert.Contains("The server has 1 connections, and no room for more", refused, StringComparison.Ordinal);
        }

        await Eventually.IsTrueAsync("there is room again", async () =>
        {
            await using var third = await RawConnection.OpenAsync(cec.Url("http"));
            await third.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            return (await third.ReadAnswerAsync()).StartsWith("HTTP/1.1 404 ", StringComparison.Ordinal);
        });
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
