using System.Text.RegularExpressions;

namespace CecSim.RepositoryRules.Tests;

/// <summary>Every command of the README does what the README says.</summary>
public sealed class ReadmeCommandsTests
{
    private const string TestCommand = "./test.sh\n";
    private const string Tool = "dotnet run --project src/CecSim.Cli --";
    private const string ToolAsBuilt = "dotnet run --no-build --project src/CecSim.Cli --";
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static TheoryData<string> ToolCommands =>
        [
            .. ReadmeBlocks.In("sh").Where(b => !IsScript(b)).SelectMany(LinesOf)
                .Where(l => l.StartsWith(Tool, StringComparison.Ordinal)),
        ];

    public static TheoryData<string> Scripts =>
        [.. ReadmeBlocks.In("sh").Where(IsScript)];

    [Theory]
    [MemberData(nameof(ToolCommands))]
    public async Task A_command_of_the_tool_works(string command)
    {
        using var folder = new TemporaryFolder();
        var line = command
            .Replace(Tool, ToolAsBuilt, StringComparison.Ordinal)
            .Replace("-- schema", $"-- schema {folder.Path}/scenario.schema.json", StringComparison.Ordinal)
            .Replace("--record-media ", $"--record-media {folder.Path}/", StringComparison.Ordinal)
            .Replace(" cecsim-ca.", $" {folder.Path}/cecsim-ca.", StringComparison.Ordinal);

        if (line.Contains("-- serve", StringComparison.Ordinal))
        {
            await using var served = await Served.StartAsync(line);
            Assert.NotEmpty(served.Address);
        }
        else if (line.Contains("-- call", StringComparison.Ordinal))
        {
            Assert.Equal(Steps(ReadmeBlocks.ShownAfter($"{command}\n")), Steps(await CallAsync(line)));
        }
        else
        {
            Assert.NotEmpty(await Shell.RunAsync(line));
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_prints_what_the_readme_shows(string script)
    {
        await using var served = await Served.StartAsync($"{ToolAsBuilt} serve");

        var output = await Shell.RunAsync(script
            .Replace(DefaultAddress, served.Address, StringComparison.Ordinal)
            .Replace(Tool, ToolAsBuilt, StringComparison.Ordinal));

        var shown = ReadmeBlocks.ShownAfter(script);
        Assert.NotEmpty(shown);
        Assert.Matches($"^{Pattern(shown)}$", output.Replace(AuthorityOf(served.Address), AuthorityOf(DefaultAddress)));
    }

    [Fact]
    public async Task What_try_prints_is_what_the_readme_shows()
    {
        var command = ReadmeBlocks.In("sh").Single(b => b.Contains("-- try ", StringComparison.Ordinal));

        var output = await Shell.RunAsync(command.Replace(Tool, ToolAsBuilt, StringComparison.Ordinal));

        Assert.Equal(ReadmeBlocks.ShownAfter(command), output);
    }

    [Fact]
    public async Task The_banner_is_the_one_that_the_readme_shows()
    {
        var shown = ReadmeBlocks.In("text").Single(b => b.StartsWith("CecSim is a CEC", StringComparison.Ordinal));

        await using var served = await Served.StartAsync($"{ToolAsBuilt} serve");

        Assert.Matches(
            "^" + Regex.Replace(Pattern(shown), "https?://[^\n]+", "https?://[^\n]+"), served.Banner);
    }

    [Fact]
    public async Task The_scenarios_that_the_readme_shows_are_sound()
    {
        using var folder = new TemporaryFolder();
        foreach (var (yaml, number) in ReadmeBlocks.In("yaml").Select((b, i) => (b, i)))
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.Path, $"{number}.yaml"), yaml, TestContext.Current.CancellationToken);
        }

        await Shell.RunAsync($"{ToolAsBuilt} check {folder.Path}");
    }

    /// <summary>This very run is the proof that the test command works.</summary>
    [Fact]
    public void Every_shell_block_is_run_here() => Assert.All(
        ReadmeBlocks.In("sh").Where(b => b != TestCommand),
        block => Assert.True(
            Scripts.Any(s => s.Data == block) || LinesOf(block).All(l => ToolCommands.Any(c => c.Data == l)),
            $"Nothing runs\n{block}"));

    private static async Task<string> CallAsync(string line)
    {
        await using var served = await Served.StartAsync($"{ToolAsBuilt} serve");
        var output = await Shell.RunAsync(line.Replace(DefaultAddress, served.Address, StringComparison.Ordinal));
        return output.Replace(served.Address, DefaultAddress, StringComparison.Ordinal);
    }

    // Times differ from run to run, and with them which of two answers at once comes first; so do ports and counts.
    private static IEnumerable<string> Steps(string ladder)
    {
        var timeless = Regex.Replace(ladder, @"^ *\d+\.\d{3}( +\d+\.\d{3})?", "time", RegexOptions.Multiline);
        var portless = Regex.Replace(timeless, @"127\.0\.0\.1:\d+", "here");
        var countless = Regex.Replace(portless, @"[\d.]+(?= ms| packets| sent)", "some");
        return LinesOf(Regex.Replace(countless, @"to \d{15}", "to code")).Order(StringComparer.Ordinal);
    }

    // A script needs a server; a tool command on a line of its own does not.
    private static bool IsScript(string block) =>
        block.Contains("curl", StringComparison.Ordinal) || block.Contains("node ", StringComparison.Ordinal);

    private static string[] LinesOf(string block) => block.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string AuthorityOf(string address) => new Uri(address).Authority;

    // An ellipsis stands for what differs from run to run.
    private static string Pattern(string shown) => Regex.Escape(shown).Replace("…", ".+", StringComparison.Ordinal);
}
