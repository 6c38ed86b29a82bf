namespace CecSim.Cli.Tests.Control;

public sealed class SnapshotsTests
{
    [Fact]
    public async Task A_snapshot_is_saved_listed_compared_and_gone_back_to()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        Assert.Equal(
            "The server keeps no snapshot. cecsim snapshots save NAME makes one.\n", await cec.DoAsync("snapshots"));
        Assert.Equal(
            "Saved mine as quiet: 0 commands. Go back to it: cecsim snapshots load quiet\n",
            await cec.MineAsync("snapshots", "save", "quiet"));
        await cec.MineAsync("agents", "drive", "1001", "not-ready", "--reason", "200");
        await cec.MineAsync("snapshots", "save", "busy");

        Assert.Matches(
            @"^NAME +SPACE +SAVED +NOW +COMMANDS +BYTES\n" +
            @"quiet +mine +\S+ \S+ +2026-01-05 09:00:00Z +0 +\d+\n" +
            @"busy +mine +\S+ \S+ +2026-01-05 09:00:00Z +1 +\d+\n$",
            await cec.DoAsync("snapshots"));
        Assert.Matches(
            "^WHERE +BEFORE +AFTER\n(.*\n)*agents\\[0\\]\\.state +\"ready\" +\"notReady\"\n",
            await cec.DoAsync("snapshots", "diff", "quiet", "busy"));
        Assert.Contains("\nname ", "\n" + await cec.DoAsync("snapshots", "load", "quiet"), StringComparison.Ordinal);
        Assert.Contains("ready", await cec.MineAsync("agents", "show", "1001"), StringComparison.Ordinal);
        Assert.Contains(
            "cecsim-other-key",
            await cec.DoAsync("snapshots", "load", "busy", "--into", "other"),
            StringComparison.Ordinal);
        Assert.Equal("Deleted busy.\n", await cec.DoAsync("snapshots", "delete", "busy"));
        var (exitCode, _, errors) = await cec.RunAsync("snapshots", "load", "busy");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("No snapshot is called busy. There are quiet.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_starts_with_a_snapshot_where_another_one_stood()
    {
        using var folder = new ScenarioFolder();
        var file = Path.Combine(folder.Path, "mine.json");
        await using (var cec = await FrozenSpace.ServeAsync())
        {
            await cec.MineAsync("agents", "drive", "1001", "not-ready", "--reason", "200");
            await cec.MineAsync("clock", "advance", "1m");
            await cec.MineAsync("snapshots", "save", "bug");
            Assert.Equal($"Wrote bug to {file}.\n", await cec.DoAsync("snapshots", "show", "bug", "-o", file));
        }

        await using var next = await CecSimProcess.ServeAsync("--snapshot", file);

        Assert.Contains(
            "mine is as it stood; its time stands at 2026-01-05 09:01:00Z: cecsim clock run --space mine",
            next.Banner,
            StringComparison.Ordinal);
        var (_, agent, _) = await CecSimTool.RunAsync("agents", "show", "1001", "--server", $"{next.Address}");
        Assert.Contains("notReady", agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_space_stands_where_the_first_one_stood()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        await cec.MineAsync("agents", "drive", "1001", "not-ready", "--reason", "200");
        await cec.MineAsync("clock", "advance", "1m");

        Assert.Contains(
            "now            2026-01-05 09:00:00Z\n",
            await cec.MineAsync("replay", "--to", "0", "--name", "first"),
            StringComparison.Ordinal);
        Assert.Contains(
            "now            2026-01-05 09:00:30Z\n",
            await cec.MineAsync("replay", "--to", "2026-01-05T09:00:30Z", "--name", "later"),
            StringComparison.Ordinal);

        Assert.Contains(
            "ready", await cec.DoAsync("agents", "show", "1001", "--space", "first"), StringComparison.Ordinal);
        Assert.Contains(
            "notReady", await cec.DoAsync("agents", "show", "1001", "--space", "later"), StringComparison.Ordinal);
        var (exitCode, _, errors) = await cec.RunAsync("replay", "--to", "soon", "--space", "mine");
        Assert.Equal(2, exitCode);
        Assert.Contains("--to must be a number of commands, or a time such as", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":1}""", "It is no exported space: ")]
    [InlineData("name: mine", "It is no exported space: ")]
    [InlineData(null, "Could not find file ")]
    public async Task A_server_does_not_start_with_what_is_no_snapshot(string? text, string why)
    {
        using var folder = new ScenarioFolder();
        var file = text is null ? Path.Combine(folder.Path, "none.json") : folder.Write("some.json", text);

        var (exitCode, _, errors) = await CecSimTool.RunAsync(
            ["serve", .. CecSimProcess.FreePorts, "--snapshot", file]);

        Assert.Equal(2, exitCode);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.Contains(file, errors, StringComparison.Ordinal);
    }
}
