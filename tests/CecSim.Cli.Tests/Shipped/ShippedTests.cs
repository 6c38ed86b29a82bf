using CecSim.Scenarios;

namespace CecSim.Cli.Tests.Shipped;

/// <summary>The scenarios of the repository, inside of the tool.</summary>
public sealed class ShippedTests
{
    private static readonly IReadOnlyList<Scenario> OfTheRepository = ScenarioFiles.Load(
        [
            Checkout.PathOf("scenarios"),
            .. Directory.EnumerateDirectories(Checkout.PathOf("scenarios"), "*", SearchOption.AllDirectories),
        ]).Scenarios;

    private static string[] Names => [.. OfTheRepository.Select(s => s.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Each_is_listed_with_what_happens_in_it()
    {
        var (exitCode, output, _) = await CecSimTool.RunAsync("scenarios");

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal(Names, lines.Select(l => l.Split(' ')[0]));
        Assert.Equal(
            OfTheRepository.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => $"{s.Name} {s.About}"),
            lines.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task One_is_printed_as_its_file_is()
    {
        var (exitCode, output, _) = await CecSimTool.RunAsync("scenarios", "late-event");

        Assert.Equal(0, exitCode);
        Assert.Equal(File.ReadAllText(Checkout.PathOf("scenarios", "faults", "late-event.yaml")), output);
    }

    [Fact]
    public async Task Serve_makes_a_space_of_each_by_its_name()
    {
        string[] all = [.. Names.SelectMany(n => (string[])["--scenario", n])];
        await using var cecsim = await CecSimProcess.ServeAsync(all);

        Assert.All(Names, n => Assert.Contains($"\nSpace {n} (", cecsim.Banner, StringComparison.Ordinal));
        Assert.Equal(0, await cecsim.InterruptAsync());
    }

    [Fact]
    public async Task Try_and_check_know_a_name_as_they_know_its_file()
    {
        var (tried, byName, _) = await CecSimTool.RunAsync("try", "queue-timeout");
        var (_, byPath, _) = await CecSimTool.RunAsync("try", Checkout.PathOf("scenarios", "queue-timeout.yaml"));
        var (checkedWith, checkedAs, _) = await CecSimTool.RunAsync("check", "queue-timeout", "no-agents");

        Assert.Equal((0, 0), (tried, checkedWith));
        Assert.Equal(byPath, byName);
        Assert.Contains("queue-timeout: queue-timeout: No agent", checkedAs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_and_a_file_can_be_watched_together()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("one.yaml", "name: one\n");
        await using var cecsim = await CecSimTool.ServeAsync(
            "--scenario", "queue-timeout", "--scenario", file, "--watch");

        folder.Write("one.yaml", "name: one\nabout: Another.\n");

        Assert.Equal($"{file}: in force for new calls", await cecsim.ReadLineAsync());
        Assert.Contains("\nSpace queue-timeout (", cecsim.Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_goes_before_the_scenario_whose_name_it_has()
    {
        using var folder = new ScenarioFolder();
        folder.Write("no-agents", "name: mine\nabout: Another one.\n");

        var (exitCode, output, _) = await CecSimProcess.RunOn(
            new Surroundings($"cd {folder.Path}"), "check", "no-agents");

        Assert.Equal((0, "no-agents: mine: Another one.\n"), (exitCode, output));
    }

    [Theory]
    [InlineData("serve", "--scenario", "queue-then-conect")]
    [InlineData("check", "queue-then-conect")]
    [InlineData("try", "queue-then-conect")]
    [InlineData("scenarios", "queue-then-conect")]
    [InlineData("new", "queue-then-conect")]
    public async Task What_is_neither_file_nor_name_is_refused_with_all_names(params string[] arguments)
    {
        var (exitCode, output, errors) = await CecSimTool.RunAsync(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(
            $"; allowed: {string.Join(", ", Names)}; did you mean 'queue-then-connect'?",
            errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_of_a_clone_that_is_not_here_leads_to_the_name()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("serve", "--scenario", "nowhere/no-agents.yaml");

        Assert.Equal(2, exitCode);
        Assert.Equal("nowhere/no-agents.yaml: no such file or folder; did you mean 'no-agents'?\n", errors);
    }
}
