namespace CecSim.Cli.Tests.Control;

/// <summary><c>cecsim tail</c> of a real server.</summary>
public sealed class TailTests
{
    private const string OneAgent =
        """
        name: one-agent
        about: Ann is rung at once.
        space:
          queues: [{ name: voice, type: voiceClickToDial }]
          agents: [{ workNo: 1001, name: Ann Agent, answersAfter: 2s }]
        """;

    private const string Begin = "2026-01-05 09:00:00.000Z  following     from now on all that happens in mine";

    [Fact]
    public async Task What_happens_is_told_in_lines_until_it_is_interrupted()
    {
        await using var cec = await FrozenSpace.ServeAsync(OneAgent);
        await using var tail = Tail(cec, "mine");
        Assert.Equal(Begin, await tail.ReadLineAsync());
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();
        await cec.MineAsync("agents", "drive", "1001", "answer");

        Assert.Equal(
            [
                "request       1: POST /apigovernance/api/oauth/tokenByAkSk -> 200",
                "request       2: POST /apiaccess/ccmessaging/applyToken -> 200, 0, user ann",
                "call          1 of ann: created",
            ],
            await ReadAsync(tail, 3));
        string[] rest = await ReadAsync(tail, 5);
        Assert.Contains("callEvent     1 of ann: 168101 connected", rest);
        Assert.Contains("agent         1001: ringing, call with ann", rest);
        Assert.Contains("call          1 of ann: connected, queue voice, agent 1001", rest);
        Assert.Contains("request       3: POST /apiaccess/ccmessaging/v1/createClickToCall -> 200, 0, user ann", rest);
        Assert.Equal(0, await tail.InterruptAsync());
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_told_and_no_more_than_that()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        await using var agents = Tail(cec, "--space", "mine", "--kind", "agent", "--kind", "reset", "--limit", "2");
        await using var resting = Tail(cec, "mine", "--text", "NOTREADY", "--limit", "1", "--json");
        Assert.Equal(Begin, await agents.ReadLineAsync());
        Assert.Equal("following", (string?)JsonNode.Parse(await resting.ReadLineAsync())!["kind"]);
        using var ann = await cec.SignInAsync("ann");
        await cec.MineAsync("agents", "drive", "1001", "rest");
        await cec.MineAsync("agents", "drive", "1001", "ready");
        await cec.MineAsync("agents", "drive", "1001", "not-ready");

        Assert.Equal(
            ["agent         1001: resting", "agent         1001: ready", ""], await ReadAsync(agents, 3));
        var told = JsonNode.Parse(await resting.ReadLineAsync())!;
        Assert.Equal(("agent", 1001), ((string?)told["kind"], (int?)told["agent"]!["workNo"]));
        Assert.Equal("", await resting.ReadToEndAsync());
        Assert.Equal((0, 0), (await agents.InterruptAsync(), await resting.InterruptAsync()));
    }

    [Fact]
    public async Task It_ends_with_the_space_and_says_so()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        await using var tail = Tail(cec, "mine");
        await tail.ReadLineAsync();

        await cec.DoAsync("spaces", "delete", "mine");

        Assert.Equal("cecsim: mine is no more: it was deleted.", await tail.ReadErrorAsync());
        Assert.Equal("", await tail.ReadToEndAsync());
        Assert.Equal(0, await tail.InterruptAsync());
    }

    [Fact]
    public async Task It_ends_with_the_server_and_says_so()
    {
        var cec = await FrozenSpace.ServeAsync();
        await using var tail = Tail(cec, "mine");
        await tail.ReadLineAsync();

        await cec.DisposeAsync();

        Assert.Matches("^cecsim: The server is (gone|about to end)\\.$", await tail.ReadErrorAsync());
        Assert.Equal("", await tail.ReadToEndAsync());
        Assert.Equal(3, await tail.InterruptAsync());
    }

    [Fact]
    public async Task What_cannot_be_followed_is_refused()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var several = await cec.RunAsync("tail");
        var unknown = await cec.RunAsync("tail", "mime");
        var twice = await cec.RunAsync("tail", "mine", "--space", "demo");
        var kind = await cec.RunAsync("tail", "mine", "--kind", "calls");
        var none = await cec.RunAsync("tail", "mine", "--limit", "0");

        Assert.Equal((2, 1, 2), (several.ExitCode, unknown.ExitCode, twice.ExitCode));
        Assert.Equal((2, 2), (kind.ExitCode, none.ExitCode));
        Assert.Equal(
            "cecsim: The server has several spaces. Name one with --space NAME: demo, mine.\n", several.Errors);
        Assert.Contains("No space is called mime", unknown.Errors, StringComparison.Ordinal);
        Assert.StartsWith("Name the space once", twice.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_process_with_0()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        await using var tail = CecSimProcess.Start("tail", "mine", "--server", Trim(cec));
        Assert.Equal(Begin, await tail.ReadLineAsync());

        Assert.Equal(0, await tail.InterruptAsync());

        Assert.Equal(("", ""), (await tail.ReadToEndAsync(), await tail.ReadErrorsToEndAsync()));
    }

    private static CecSimTool Tail(FrozenSpace cec, params string[] arguments) =>
        CecSimTool.Start(["tail", "--server", Trim(cec), .. arguments]);

    private static string Trim(FrozenSpace cec) => cec.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Lines without their time, which stands.</summary>
    private static async Task<string[]> ReadAsync(CecSimTool tail, int count)
    {
        var lines = new string[count];
        for (var i = 0; i < count; i++)
        {
            var line = await tail.ReadLineAsync();
            lines[i] = line.Length == 0 ? "" : line[Begin.IndexOf("following", StringComparison.Ordinal)..];
        }

        return lines;
    }
}
