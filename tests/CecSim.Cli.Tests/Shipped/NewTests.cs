namespace CecSim.Cli.Tests.Shipped;

/// <summary>A scenario file to start from, which never takes the place of another.</summary>
public sealed class NewTests
{
    private static string TextOf(string name) => File.ReadAllText(Checkout.PathOf("scenarios", $"{name}.yaml"));

    [Fact]
    public async Task It_is_named_like_its_scenario_and_can_be_played()
    {
        using var folder = new ScenarioFolder();
        var here = new Surroundings($"cd {folder.Path}");

        var (exitCode, output, _) = await CecSimProcess.RunOn(here, "new");
        var (tried, _, _) = await CecSimProcess.RunOn(here, "try", "queue-then-connect.yaml");

        Assert.Equal((0, 0), (exitCode, tried));
        Assert.Contains("Wrote queue-then-connect.yaml.", output, StringComparison.Ordinal);
        Assert.Equal(TextOf("queue-then-connect"), File.ReadAllText(folder.File("queue-then-connect.yaml")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_there_is_written_over_by_force_alone(bool isForced)
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("mine.yaml", "name: mine\n");

        var (exitCode, _, errors) = await CecSimTool.RunAsync(
            ["new", "no-agents", "-o", file, .. isForced ? (string[])["--force"] : []]);

        Assert.Equal(isForced ? 0 : 2, exitCode);
        Assert.Equal(
            isForced ? "" : $"cecsim: {file} is there already. Name another with -o FILE, or add --force.\n", errors);
        Assert.Equal(isForced ? TextOf("no-agents") : "name: mine\n", File.ReadAllText(file));
    }

    [Fact]
    public async Task It_goes_to_standard_output_where_that_is_asked_for()
    {
        var (exitCode, output, _) = await CecSimTool.RunAsync("new", "no-agents", "-o", "-");

        Assert.Equal((0, TextOf("no-agents")), (exitCode, output));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_in_plain_words()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("new", "-o", "/no/such/folder/mine.yaml");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("cecsim: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
