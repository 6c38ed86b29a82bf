namespace CecSim.Cli.Tests.Control;

public sealed class SpacesTests
{
    [Fact]
    public async Task A_space_is_made_shown_listed_and_deleted()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        var mine =
            $"""
            name           mine
            scenario       space
            profile        cec-3.6
            seed           1
            app_key        cecsim-mine-key
            app_secret     cecsim-mine-secret
            channelId      202403010000000001
            tenantSpaceId  202491764630
            addresses      {cec.Addresses}
            clock          frozen
            now            2026-01-05 09:00:00Z

            """;

        Assert.Equal(mine, await cec.DoAsync("spaces", "show", "mine"));
        Assert.Equal(mine, await cec.DoAsync("spaces", "reset", "mine"));
        await cec.DoAsync("spaces", "delete", "demo");
        Assert.Equal(
            """
            NAME  SCENARIO  PROFILE  SEED  APP KEY          CHANNELS            CLOCK   NOW
            mine  space     cec-3.6  1     cecsim-mine-key  202403010000000001  frozen  2026-01-05 09:00:00Z

            """,
            await cec.DoAsync("spaces"));
        Assert.Equal("Deleted mine.\n", await cec.DoAsync("spaces", "delete", "mine"));
        Assert.Equal("The server has no space.\n", await cec.DoAsync("spaces", "list"));
        Assert.Equal(
            "cecsim: The server has no space. Make one with cecsim spaces create.\n",
            (await cec.RunAsync("clock")).Errors);
    }

    [Fact]
    public async Task A_space_is_made_from_a_file_with_a_clock_of_its_own()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", "name: one\nabout: One.\nprofile: cec-2.5\nspace: { appKey: k }\n");

        var made = JsonNode.Parse(await cec.DoAsync(
            "spaces", "create", "--file", file, "--frozen", "--starts-at", "2026-03-01T08:00:00Z", "--json"))!;
        var other = JsonNode.Parse(await cec.DoAsync(
            "spaces", "create", "--file", file, "--own-credentials", "--rate", "60", "--json"))!;
        var third = JsonNode.Parse(await cec.DoAsync("spaces", "create", "--scenario", "demo", "--json"))!;

        Assert.Equal(
            ("one", "cec-2.5", "k"), ((string?)made["name"], (string?)made["profile"], (string?)made["appKey"]));
        Assert.Equal("2026-03-01T08:00:00+00:00", (string?)made["clock"]!["now"]);
        Assert.Equal("frozen", (string?)made["clock"]!["mode"]);
        Assert.Equal("one-2", (string?)other["name"]);
        Assert.Equal(60, (double?)other["clock"]!["rate"]);
        Assert.Equal("demo-2", (string?)third["name"]);
        Assert.Equal(5, JsonNode.Parse(await cec.DoAsync("spaces", "--json"))!.AsArray().Count);
    }

    [Fact]
    public async Task What_cannot_be_made_is_refused_with_each_reason()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var folder = new ScenarioFolder();
        var file = folder.Write("bad.yaml", "seed: 1\nabuot: Oops.\n");

        var taken = await cec.RunAsync("spaces", "create", "--name", "demo");
        var broken = await cec.RunAsync("spaces", "create", "--file", file);
        var missing = await cec.RunAsync("spaces", "create", "--file", folder.Path + "/none.yaml");
        var both = await cec.RunAsync("spaces", "create", "--file", file, "--scenario", "demo");
        var vague = await cec.RunAsync("spaces", "create", "--starts-at", "2026-03-01T08:00:00Z");
        var torn = await cec.RunAsync("spaces", "create", "--frozen", "--rate", "2");

        Assert.Equal(
            (1, "cecsim: Another has the name. A space is called demo already.\n"),
            (taken.ExitCode, taken.Errors));
        Assert.Equal(2, broken.ExitCode);
        Assert.StartsWith($"cecsim: {file}:1:1: the key 'name' is missing", broken.Errors, StringComparison.Ordinal);
        Assert.Contains($"\n{file}:2:1: unknown key 'abuot'", broken.Errors, StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("none.yaml", missing.Errors, StringComparison.Ordinal);
        Assert.Equal((2, 2, 2), (both.ExitCode, vague.ExitCode, torn.ExitCode));
    }

    [Fact]
    public async Task A_part_of_a_space_begins_anew()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        await cec.MineAsync("clock", "advance", "10s");
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();

        var reset = await cec.DoAsync("spaces", "reset", "mine", "--scope", "state");

        Assert.Contains("2026-01-05 09:00:10Z", reset, StringComparison.Ordinal);
        Assert.Equal("There is no call.\n", await cec.MineAsync("calls"));
        Assert.Equal(2, (await cec.RunAsync("spaces", "reset", "mine", "--scope", "sate")).ExitCode);
    }

    [Fact]
    public async Task A_reset_of_the_journal_leaves_the_rest()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();

        await cec.DoAsync("spaces", "reset", "mine", "--scope", "journal");

        Assert.Equal("Nothing was recorded.\n", await cec.MineAsync("journal"));
        Assert.NotEqual("There is no call.\n", await cec.MineAsync("calls"));
    }

    [Fact]
    public async Task The_scenarios_of_a_server_are_listed()
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var listed = await cec.DoAsync("spaces", "scenarios");

        Assert.StartsWith("NAME\ndemo\n", listed, StringComparison.Ordinal);
        Assert.Contains("\nqueue-then-connect\n", listed, StringComparison.Ordinal);
    }
}
