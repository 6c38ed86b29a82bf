namespace CecSim.Cli.Tests.Control;

public sealed class CallMediaTests
{
    [Fact]
    public async Task What_was_heard_of_a_call_is_told_in_words_and_as_JSON()
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        string[] server = ["--server", $"{cecsim.Address}"];
        var call = await CecSimTool.RunAsync(
            "call", $"{cecsim.Address}", "--with-media", "--media-wait", "60", "--talk", "0.5");
        Assert.Equal((0, ""), (call.ExitCode, call.Errors));

        var (exitCode, output, errors) = await CecSimTool.RunAsync(["calls", "media", "1", .. server]);
        var json = JsonNode.Parse((await CecSimTool.RunAsync(["calls", "media", "1", "--json", .. server])).Output)!;

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("call ", output, StringComparison.Ordinal);
        Assert.Matches(@"\nheard audio +yes\n", output);
        Assert.Matches(@"\nICE +[a-zA-Z]+, [0-9.:]+, [0-9.:]+\n", output);
        Assert.Matches(@"\nLINE +KIND +CODEC ", output);
        Assert.Matches(@"\n[^ ]+ +audio +[a-z0-9]+ +[a-zA-Z]+ +(active|closed)", output);
        Assert.True((bool)json["heardAudio"]!);
        Assert.Equal(1, (long)json["callId"]!);
    }

    [Fact]
    public async Task A_call_without_media_and_one_that_is_none_are_refused()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();

        var without = await cec.RunAsync("calls", "media", "1", "--space", "mine");
        var unknown = await cec.RunAsync("calls", "media", "9", "--space", "mine");

        Assert.Equal((1, 1), (without.ExitCode, unknown.ExitCode));
        Assert.Equal("cecsim: The call has had no media. No INVITE has come for it.\n", without.Errors);
        Assert.Equal(
            "cecsim: The call has had no media. No agent has answered it at a phone.\n",
            (await cec.RunAsync("calls", "media", "1", "--agent", "--space", "mine")).Errors);
        Assert.StartsWith("cecsim: There is no such call.", unknown.Errors, StringComparison.Ordinal);
    }
}
