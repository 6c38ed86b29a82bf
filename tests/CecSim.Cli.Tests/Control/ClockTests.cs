namespace CecSim.Cli.Tests.Control;

public sealed class ClockTests
{
    [Fact]
    public async Task Time_is_advanced_by_a_length_and_to_what_is_due_next()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        var poll = ann.GetEventAsync();
        await cec.MineAsync("polls", "--waiting", "1");

        Assert.Equal(
            """
            clock     frozen
            now       2026-01-05 09:00:01.5Z
            next due  2026-01-05 09:00:10Z, in 8.5 s
            due       2

            """,
            await cec.MineAsync("clock", "advance", "1500ms"));
        Assert.Equal(
            """
            DUE                   WHAT
            2026-01-05 09:00:10Z  poll hold
            2026-01-05 10:10:00Z  user retirement

            """,
            await cec.MineAsync("clock", "due"));
        Assert.Equal(
            """
            clock     frozen
            now       2026-01-05 09:00:10Z
            next due  2026-01-05 10:10:00Z, in 1:09:50
            due       1

            """,
            await cec.MineAsync("clock", "next"));
        Assert.Equal("""{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""", await poll);
        Assert.Equal(
            """
            {
              "mode": "frozen",
              "now": "2026-01-05T09:00:10+00:00",
              "nextDue": "2026-01-05T10:10:00+00:00",
              "dueCount": 1
            }

            """,
            await cec.MineAsync("clock", "--json"));
    }

    [Fact]
    public async Task Time_is_let_run_at_a_rate_and_stopped()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        Assert.StartsWith("clock     running, rate 0.5\n", await cec.MineAsync("clock", "rate", "0.5"));
        Assert.StartsWith("clock     running\n", await cec.MineAsync("clock", "run"));
        Assert.StartsWith("clock     frozen\n", await cec.MineAsync("clock", "freeze"));
        Assert.Contains("next due  never\n", await cec.MineAsync("clock", "show"));
    }

    [Theory]
    [InlineData("advance", "soon", "TIME must be a time such as 250ms, 10s, 10m or 2h, not 'soon'.")]
    [InlineData("rate", "0", "RATE must be 0.001 to 100000.")]
    [InlineData("rate", "fast", "RATE must be 0.001 to 100000.")]
    public async Task What_is_no_time_is_refused_before_a_server_is_asked(string verb, string value, string remedy)
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("clock", verb, value);

        Assert.Equal(2, exitCode);
        Assert.Contains(remedy, errors, StringComparison.Ordinal);
    }
}
