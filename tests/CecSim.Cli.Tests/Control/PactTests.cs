namespace CecSim.Cli.Tests.Control;

public sealed class PactTests
{
    [Fact]
    public async Task The_states_are_listed_with_what_they_take_and_give()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var listed = await cec.DoAsync("pact");

        Assert.Matches(@"\ASTATE +TAKES +GIVES +ABOUT\n", listed);
        Assert.Matches(@"\na call waits in a queue +", listed);
        Assert.Matches(@"\nall take +space, channelId, userId, userName\nall give +space, appKey,", listed);
        Assert.Equal(
            "space", (string?)JsonNode.Parse(await cec.DoAsync("pact", "states", "--json"))!["commonValues"]![0]);
    }

    [Fact]
    public async Task A_state_is_set_up_and_undone()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        string[] ofAnn = ["--param", "userId=ann", "--param", "space=mine"];

        var values = await cec.DoAsync(["pact", "set-up", "a call waits in a queue", .. ofAnn]);
        Assert.Matches(@"(\A|\n)appKey +cecsim-mine-key\n", values);
        Assert.Contains("queuing", await cec.MineAsync("calls"), StringComparison.Ordinal);
        Assert.Equal(
            "Undone: a call waits in a queue.\n",
            await cec.DoAsync(["pact", "tear-down", "a call waits in a queue", .. ofAnn]));

        Assert.Equal("There is no call.\n", await cec.MineAsync("calls"));
    }

    [Fact]
    public async Task A_parameter_may_be_JSON()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        await cec.DoAsync(
            "pact", "set-up", "an event is waiting", "--param", "space=mine", "--param",
            """event={"released":{"causeId":7,"causeDesc":"hung up"}}""");

        Assert.Contains("7 hung up", await cec.MineAsync("calls", "show", "1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_set_up_is_refused()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var unknown = await cec.RunAsync("pact", "set-up", "a call waits in a cue");
        var noPair = await cec.RunAsync("pact", "set-up", "a user is signed in", "--param", "ann");
        var noKey = await cec.RunAsync("pact", "set-up", "a user is signed in", "--param", "user=ann");

        Assert.Equal((2, 2, 2), (unknown.ExitCode, noPair.ExitCode, noKey.ExitCode));
        Assert.Contains("did you mean 'a call waits in a queue'?", unknown.Errors, StringComparison.Ordinal);
        Assert.StartsWith("--param must be KEY=VALUE, not 'ann'.", noPair.Errors, StringComparison.Ordinal);
        Assert.Contains("has no parameter 'user'", noKey.Errors, StringComparison.Ordinal);
    }
}
