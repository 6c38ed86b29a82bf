namespace CecSim.Cli.Tests.Control;

public sealed class FaultsTests
{
    [Fact]
    public async Task Faults_are_armed_listed_and_disarmed()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        Assert.Equal(
            """
            ID  AT    WHEN       MATCH      INJECT          SEEN  STRIKES
            1   poll  {"nth":2}  everybody  {"status":503}  0     0

            """,
            await cec.MineAsync("faults", "arm", """{"at":"poll","when":{"nth":2},"inject":{"status":503}}"""));
        await cec.MineAsync(
            "faults", "arm", """{"at":"send","match":{"userId":"vip-*"},"inject":"accessTokenExpired"}""");
        Assert.Equal(
            """
            ID  AT    WHEN       MATCH               INJECT              SEEN  STRIKES
            1   poll  {"nth":2}  everybody           {"status":503}      0     0
            2   send  always     {"userId":"vip-*"}  accessTokenExpired  0     0

            """,
            await cec.MineAsync("faults"));
        Assert.Equal("Disarmed 1.\n", await cec.MineAsync("faults", "disarm", "1"));
        Assert.Equal("No fault is armed.\n", await cec.MineAsync("faults", "disarm", "--all"));
        Assert.Equal("[]\n", await cec.MineAsync("faults", "--json"));
    }

    [Fact]
    public async Task What_is_no_fault_is_refused_with_its_remedy()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var noJson = await cec.RunAsync("faults", "arm", "poll", "--space", "mine");
        var noPlace = await cec.RunAsync("faults", "arm", """{"at":"pol","inject":"hang"}""", "--space", "mine");
        var gone = await cec.RunAsync("faults", "disarm", "7", "--space", "mine");
        var which = await cec.RunAsync("faults", "disarm", "--space", "mine");

        Assert.Equal((2, 2, 1, 2), (noJson.ExitCode, noPlace.ExitCode, gone.ExitCode, which.ExitCode));
        Assert.StartsWith("The fault is no JSON.", noJson.Errors, StringComparison.Ordinal);
        Assert.Contains("did you mean 'poll'?", noPlace.Errors, StringComparison.Ordinal);
        Assert.Equal("cecsim: There is no such fault. No fault has the id 7.\n", gone.Errors);
        Assert.StartsWith("Name a fault by its ID, or say --all.", which.Errors, StringComparison.Ordinal);
    }
}
