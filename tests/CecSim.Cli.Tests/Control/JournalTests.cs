using System.Text.Json.Nodes;

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
}
