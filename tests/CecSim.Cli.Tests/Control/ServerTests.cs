namespace CecSim.Cli.Tests.Control;

/// <summary>Verbs about a whole server.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task A_server_that_lives_says_so_and_one_that_does_not_is_named()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        var address = cec.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal($"server  {address}\nlive    yes\n", await cec.DoAsync("health", "--live"));
        Assert.Equal($"server  {address}\nlive    yes\nready   yes\n", await cec.DoAsync("health"));
        var (exitCode, output, errors) =
            await CecSimTool.RunAsync("health", "--live", "--server", "http://127.0.0.1:1");
        Assert.Equal((3, ""), (exitCode, output));
        Assert.StartsWith("cecsim: Nobody answers at http://127.0.0.1:1.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_costs_is_told_in_words_and_as_JSON()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var text = await cec.DoAsync("process", "--collect");
        var json = JsonNode.Parse(await cec.DoAsync("process", "--json"))!;

        Assert.Matches(@"\Amanaged +[0-9.]+ MiB\nresident +[0-9.]+ MiB\n", text);
        Assert.Matches(@"\nheld polls +0\n", text);
        Assert.Contains("\nNothing failed inside.\n", text, StringComparison.Ordinal);
        Assert.True((long)json["managedBytes"]! > 0);
        Assert.Equal(0, (int)json["gateway"]!["sipCalls"]!);
    }

    [Fact]
    public async Task Latencies_are_told_once_an_event_has_gone_out()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        Assert.Equal("No event has gone out yet.\n", await cec.DoAsync("latency"));
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();
        await ann.GetEventAsync();

        // The next request of a connection begins when the one before is over, and measured.
        await ann.CallAsync();

        Assert.Matches(
            @"\Aevents +1\n((mean|50 %|90 %|99 %|longest) +[0-9.]+ ms\n){5}\z",
            await cec.DoAsync("latency"));
        Assert.Equal(
            1, (long)JsonNode.Parse(await cec.DoAsync("latency", "--json"))!["events"]!["count"]!);
    }
}
