namespace CecSim.Cli.Tests.Control;

public sealed class SpaceMovingTests
{
    [Fact]
    public async Task A_space_is_exported_to_a_file_and_made_again_from_it()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var folder = new ScenarioFolder();
        var file = Path.Combine(folder.Path, "mine.json");
        await cec.MineAsync("agents", "drive", "1001", "not-ready", "--reason", "200");
        await cec.MineAsync("clock", "advance", "1m");
        var before = await cec.DoAsync("spaces", "show", "mine");

        Assert.Equal($"Wrote mine to {file}.\n", await cec.DoAsync("spaces", "export", "mine", "-o", file));
        await cec.DoAsync("spaces", "delete", "mine");
        var after = await cec.DoAsync("spaces", "import", file);

        Assert.Equal(before.Replace("scenario       space", "scenario       mine", StringComparison.Ordinal), after);
        Assert.Contains("notReady", await cec.MineAsync("agents", "show", "1001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_goes_through_a_pipe_as_well()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        var snapshot = await cec.DoAsync("spaces", "export", "mine");
        await cec.DoAsync("spaces", "delete", "mine");

        var (exitCode, output, errors) = await CecSimTool.RunOnInput(
            snapshot, "spaces", "import", "-", "--json", "--server", $"{cec.Address}");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal("mine", (string?)JsonNode.Parse(output)!["name"]);
    }

    [Fact]
    public async Task What_cannot_be_written_or_is_no_exported_space_is_refused()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var folder = new ScenarioFolder();
        var noJson = folder.Write("no.json", "name: mine\n");
        var noSpace = folder.Write("other.json", "{\"version\":1}");
        var whole = folder.Write("whole.json", await cec.DoAsync("spaces", "export", "mine"));

        var nowhere = await cec.RunAsync("spaces", "export", "mine", "-o", folder.Path + "/no/such/file");
        var unknown = await cec.RunAsync("spaces", "export", "mien");
        var missing = await cec.RunAsync("spaces", "import", folder.Path + "/none.json");
        var text = await cec.RunAsync("spaces", "import", noJson);
        var other = await cec.RunAsync("spaces", "import", noSpace);
        var taken = await cec.RunAsync("spaces", "import", whole);

        Assert.Equal((1, 1, 1), (nowhere.ExitCode, unknown.ExitCode, taken.ExitCode));
        Assert.Equal($"cecsim: There is no folder {folder.Path}/no/such.\n", nowhere.Errors);
        Assert.Equal((2, 2, 2), (missing.ExitCode, text.ExitCode, other.ExitCode));
        Assert.Equal(
            "cecsim: No space is called mien; did you mean 'mine'? cecsim spaces lists all.\n", unknown.Errors);
        Assert.Equal(
            $"cecsim: {noJson} holds no exported space. cecsim spaces export NAME writes one.\n", text.Errors);
        Assert.Contains("A space is called mine already.", taken.Errors, StringComparison.Ordinal);
    }
}
