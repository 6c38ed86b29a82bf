namespace CecSim.Cli.Tests.Control;

public sealed class JournalTests
{
    [Fact]
    public async Task What_clients_sent_is_listed_explained_and_handed_on()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await cec.MineAsync("faults", "arm", """{"at":"createClickToCall","inject":{"status":503}}""");
        await Assert.ThrowsAsync<HttpRequestException>(ann.CallAsync);

        var listed = await cec.MineAsync("journal", "--operation", "createClickToCall");
        var id = listed.Split('\n')[1].Split(' ')[0];

        Assert.Equal(
            $"""
            ID  AT                    METHOD  PATH                                         USER  STATUS  CODE  FAULTS
            {id}   2026-01-05 09:00:00Z  POST    /apiaccess/ccmessaging/v1/createClickToCall  ann   503           status

            """,
            listed);
        var why = await cec.MineAsync("journal", "explain", id);
        Assert.StartsWith($"{id}: POST /apiaccess/ccmessaging/v1/createClickToCall", why, StringComparison.Ordinal);
        Assert.Contains("503", why, StringComparison.Ordinal);
        var har = JsonNode.Parse(await cec.MineAsync("journal", "har", "--status", "503"))!;
        Assert.Equal(503, (int?)har["log"]!["entries"]!.AsArray().Single()!["response"]!["status"]);
        Assert.Equal(
            "Nothing was recorded that fits --operation poll --user nobody.\n",
            await cec.MineAsync("journal", "--user", "nobody", "--operation", "poll"));
        Assert.Equal("The journal is empty.\n", await cec.MineAsync("journal", "clear"));
        Assert.Equal("Nothing was recorded.\n", await cec.MineAsync("journal"));
    }

    [Fact]
    public async Task A_claim_holds_or_does_not_and_the_exit_code_says_so()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();

        var holds = await cec.MineAsync(
            "journal", "verify", "--operation", "createClickToCall", "--method", "POST", "--result-code", "0",
            "--since", "2026-01-05T09:00:00Z", "--until", "2026-01-05T09:00:00Z", "--times", "1");
        var (exitCode, output, errors) = await cec.RunAsync(
            "journal", "verify", "--path", "/apiaccess/ccmessaging/v1/createClickToCall", "--status", "503",
            "--space", "mine");
        var json = JsonNode.Parse(
            (await cec.RunAsync("journal", "verify", "--at-most", "1", "--json", "--space", "mine")).Output)!;
        var torn = await cec.RunAsync("journal", "verify", "--times", "1", "--at-least", "1", "--space", "mine");

        Assert.StartsWith("It holds: 1 such request came", holds, StringComparison.Ordinal);
        Assert.Equal((1, ""), (exitCode, errors));
        Assert.StartsWith("It does not hold: 0 such requests came", output, StringComparison.Ordinal);
        Assert.Contains("status is 200, not 503", output, StringComparison.Ordinal);
        Assert.Equal("doesNotHold", (string?)json["outcome"]);
        Assert.Equal(2, torn.ExitCode);
        Assert.Contains("times stands alone", torn.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_of_no_space_have_a_journal_of_their_own()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var http = new HttpClient { BaseAddress = cec.Address };
        using var lost = await http.GetAsync("/apiaccess/nowhere", TestContext.Current.CancellationToken);

        var listed = await cec.DoAsync("journal", "--no-space");
        var id = listed.Split('\n')[1].Split(' ')[0];

        Assert.Contains("/apiaccess/nowhere", listed, StringComparison.Ordinal);
        Assert.StartsWith($"{id}: GET", await cec.DoAsync("journal", "explain", id, "--no-space"));
        Assert.StartsWith("It holds", await cec.DoAsync("journal", "verify", "--times", "1", "--no-space"));
        var har = JsonNode.Parse(await cec.DoAsync("journal", "har", "--no-space", "--limit", "1"))!;
        Assert.Single(har["log"]!["entries"]!.AsArray());
        Assert.Equal("Nothing was recorded.\n", await cec.DoAsync("journal", "list", "--no-space", "--after", id));
        Assert.Equal("The journal is empty.\n", await cec.DoAsync("journal", "clear", "--no-space"));
        Assert.Equal("Nothing was recorded.\n", await cec.DoAsync("journal", "--no-space"));
        var both = await cec.RunAsync("journal", "--no-space", "--space", "mine");
        Assert.Equal(
            (2, "cecsim: Name a space with --space or say --no-space, not both.\n"), (both.ExitCode, both.Errors));
    }
}
