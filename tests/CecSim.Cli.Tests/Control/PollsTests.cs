namespace CecSim.Cli.Tests.Control;

public sealed class PollsTests
{
    [Fact]
    public async Task Polls_are_listed_and_released_with_what_they_are_to_bring()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        using var bob = await cec.SignInAsync("bob");
        await bob.ConnectChatAsync("bob");
        await cec.MineAsync("clock", "advance", "10s");
        await bob.GetMessagesAsync("bob");
        var call = ann.GetEventAsync();
        await cec.MineAsync("polls", "--waiting", "1");
        var chat = bob.GetMessagesAsync("bob");

        Assert.Equal(
            """
            ID             KIND         USER  CHANNEL             SINCE                 DUE
            clickToCall-1  clickToCall  ann   202403010000000001  2026-01-05 09:00:10Z  2026-01-05 09:00:20Z
            chat-2         chat         bob   202403010000000001  2026-01-05 09:00:10Z  2026-01-05 09:00:15Z

            """,
            await cec.MineAsync("polls", "list", "--waiting", "2"));
        Assert.Equal(
            "Released clickToCall-1.\n",
            await cec.MineAsync("polls", "release", "clickToCall-1", "168199", "--desc", "Call lost"));
        Assert.Equal("Released chat-2.\n", await cec.MineAsync("polls", "release", "chat-2", "--text", "168102"));

        Assert.Equal("""{"resultCode":"0","resultDesc":"Call lost","eventId":168199}""", await call);
        Assert.Contains("\"content\":\"168102\"", await chat, StringComparison.Ordinal);
        Assert.Equal("No poll waits.\n", await cec.MineAsync("polls"));
    }

    [Fact]
    public async Task A_poll_is_released_empty_or_cut()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");

        var released = ann.GetEventAsync();
        await cec.MineAsync("polls", "--waiting", "1");
        await cec.MineAsync("polls", "release", "clickToCall-1");
        Assert.Contains("without any events", await released, StringComparison.Ordinal);

        var cut = ann.GetEventAsync();
        await cec.MineAsync("polls", "--waiting", "1");
        Assert.Equal(
            """
            {
              "id": "clickToCall-2"
            }

            """,
            await cec.MineAsync("polls", "cut", "clickToCall-2", "--json"));
        await Assert.ThrowsAsync<HttpRequestException>(() => cut);
    }

    [Fact]
    public async Task A_poll_that_is_gone_is_a_refusal()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var (exitCode, output, errors) = await cec.RunAsync("polls", "cut", "chat-7", "--space", "mine");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            "cecsim: No such poll is held. No poll chat-7 is held; its client may have hung up.\n", errors);
        var both = await cec.RunAsync("polls", "release", "chat-7", "queued", "--text", "Hi", "--space", "mine");
        Assert.Equal(2, both.ExitCode);
    }
}
