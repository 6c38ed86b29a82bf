namespace CecSim.Cli.Tests.Control;

public sealed class BreakpointsTests
{
    [Fact]
    public async Task What_stands_is_listed_shown_and_let_go_changed()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        Assert.Equal("Nothing stands at a breakpoint.\n", await cec.MineAsync("breakpoints"));
        Assert.StartsWith(
            "Breakpoint 1 at getClickToCallEvents. ",
            await cec.MineAsync([
                "breakpoints", "set", "--at", "getClickToCallEvents", "--stage", "answer", "--nth", "1", "--user", "a*",
            ]),
            StringComparison.Ordinal);
        await ann.CallAsync();
        await cec.MineAsync("clock", "advance", "1s");
        var poll = ann.GetEventAsync();
        await cec.MineAsync("polls", "--waiting", "1");

        Assert.Matches(
            @"^ID +OPERATION +USER +SINCE +WHAT\n" +
            @"answer-1 +getClickToCallEvents +ann +2026-01-05 09:00:01Z +" +
            @"200 to GET \S+/getClickToCallEvents\?channel=WEB\n$",
            await cec.MineAsync("breakpoints"));
        var shown = await cec.MineAsync("breakpoints", "show", "answer-1");
        Assert.StartsWith("200 to GET /apiaccess/", shown, StringComparison.Ordinal);
        Assert.Contains("\"resultCode\":\"0\"", shown, StringComparison.Ordinal);
        Assert.Equal(
            "Let go answer-1.\n",
            await cec.MineAsync("breakpoints", "release", "answer-1", "--body", """{"resultCode":"13"}"""));

        Assert.Equal("""{"resultCode":"13"}""", await poll);
    }

    [Fact]
    public async Task What_stands_is_dropped_and_what_does_not_is_told_with_a_remedy()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await cec.MineAsync("breakpoints", "set", "--at", "getClickToCallEvents");
        var poll = ann.GetEventAsync();
        await cec.MineAsync("polls", "--waiting", "1");

        Assert.Equal(
            """
            {
              "id": "request-1"
            }

            """,
            await cec.MineAsync("breakpoints", "drop", "request-1", "--json"));

        await Assert.ThrowsAsync<HttpRequestException>(() => poll);
        foreach (var verb in new[] { "show", "release", "drop" })
        {
            var (exitCode, _, errors) = await cec.RunAsync("breakpoints", verb, "request-1", "--space", "mine");
            Assert.NotEqual(0, exitCode);
            Assert.Contains("request-1", errors, StringComparison.Ordinal);
        }
    }
}
