namespace CecSim.Cli.Tests.Control;

public sealed class AgentsTests
{
    [Fact]
    public async Task An_agent_is_driven_through_its_day()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        string[][] acts =
        [
            ["not-ready", "--reason", "200"], ["ready"], ["rest", "--for", "5m"], ["ready"], ["sign-out"], ["sign-in"],
        ];

        var states = new List<string?>();
        foreach (var act in acts)
        {
            var agent = await cec.MineAsync(["agents", "drive", "1002", .. act, "--json"]);
            states.Add((string?)JsonNode.Parse(agent)!["state"]);
        }

        Assert.Equal(["notReady", "ready", "resting", "ready", "signedOut", "ready"], states);
    }

    [Fact]
    public async Task An_agent_writes_and_ends_in_a_text_session()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await ann.ConnectChatAsync("ann");

        Assert.Equal(
            """
            agent       1001
            name        Agent 1001
            state       ready
            type        versatile
            role        callout
            queues      voice-click, video-click, chat
            chats with  ann

            """,
            await cec.MineAsync("agents", "drive", "1001", "write", "--user", "ann", "--text", "Just a moment."));
        Assert.DoesNotContain(
            "chats with", await cec.MineAsync("agents", "drive", "1001", "end", "--user", "ann"));
        var messages = await ann.GetMessagesAsync("ann");
        Assert.Contains("Just a moment.", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agent_cannot_do_is_a_refusal()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var noCall = await cec.RunAsync("agents", "drive", "1001", "answer", "--space", "mine");
        var nobody = await cec.RunAsync("agents", "show", "7", "--space", "mine");
        var noText = await cec.RunAsync("agents", "drive", "1001", "write", "--space", "mine");
        var noAction = await cec.RunAsync("agents", "drive", "1001", "anser", "--space", "mine");

        Assert.Equal(
            (1, "cecsim: The agent cannot do that now. Agent 1001, answer: no call rings.\n"),
            (noCall.ExitCode, noCall.Errors));
        Assert.Equal((1, "cecsim: No agent has the work number 7.\n"), (nobody.ExitCode, nobody.Errors));
        Assert.Equal((2, "cecsim: write needs userId and text.\n"), (noText.ExitCode, noText.Errors));
        Assert.Equal(2, noAction.ExitCode);
        Assert.Contains("'answer'", noAction.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transfer", "one of --queue, --agent, --number and --ivr")]
    [InlineData("consult --queue voice-click --agent 1002", "one of --queue, --agent, --number and --ivr")]
    [InlineData("transfer --number 1 --ivr menu", "one of --queue, --agent, --number and --ivr")]
    [InlineData("listen", "--agent WORKNO")]
    [InlineData("force-ready --queue voice-click", "--agent WORKNO")]
    public async Task Whom_it_is_about_is_to_be_named_once(string action, string remedy)
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync(["agents", "drive", "1001", .. action.Split(' ')]);

        Assert.Equal(2, exitCode);
        Assert.Contains(remedy, errors, StringComparison.Ordinal);
    }
}
