using YamlDotNet.RepresentationModel;

namespace CecSim.RepositoryRules.Tests;

/// <summary>The jobs in <c>examples/ci</c>: nobody here can run them on GitHub or GitLab.</summary>
public sealed partial class CiFilesTests
{
    private const string Folder = "examples/ci";

    public static TheoryData<string> Files => [.. Repository.Own.Files(Folder, ".yml")];

    [Fact]
    public void Each_stands_on_a_page_word_for_word_and_no_page_has_another() => Assert.Equal(
        Files.Select(f => Repository.Own.Text(f.Data)).Order(StringComparer.Ordinal),
        PageBlocks.In("yml").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Its_steps_are_sound_in_the_shell(string file)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "steps.sh");
        await File.WriteAllLinesAsync(script, StepsOf(file), TestContext.Current.CancellationToken);

        await Shell.RunAsync($"bash -n {script}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_asks_the_tool_for_what_it_has(string file)
    {
        var page = Repository.Own.Text("docs/verbs.md").Split("\n## cecsim ");
        var asked = StepsOf(file).SelectMany(step => Asked().Matches(step)).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, command =>
        {
            var verb = Assert.Single(
                page, p => p.StartsWith($"{command.Groups["verb"].Value}\n", StringComparison.Ordinal));
            Assert.All(
                Option().Matches(command.Groups["rest"].Value),
                o => Assert.True(
                    Regex.IsMatch(verb, $@"^\| `{o.Value}[ `]", RegexOptions.Multiline),
                    $"{command.Value}: {o.Value}"));
        });
    }

    // The server outlives the step that starts it, so it is started in the background and waited for.
    [Theory]
    [MemberData(nameof(Files))]
    public void It_waits_until_the_server_is_ready_before_it_asks(string file)
    {
        var steps = StepsOf(file).ToList();
        var (started, ready) = (
            steps.FindIndex(s => Regex.IsMatch(s, "-- serve .*&$")), steps.FindIndex(s => s.Contains("/health/ready")));

        Assert.InRange(started, 0, ready);
        Assert.All(steps.Take(ready), s => Assert.DoesNotContain("$CEC/_cecsim/spaces", s, StringComparison.Ordinal));
    }

    private static IEnumerable<string> StepsOf(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Own.Text(file)));
        return Commands(stream.Documents.Single().RootNode);
    }

    // GitHub's steps have a command each, GitLab's script is a list of them.
    private static IEnumerable<string> Commands(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(c => (c.Key.ToString(), c.Value) switch
        {
            ("run", YamlScalarNode command) => [command.Value ?? ""],
            ("script", YamlSequenceNode script) => script.Select(s => $"{s}"),
            _ => Commands(c.Value),
        }),
        YamlSequenceNode list => list.SelectMany(Commands),
        _ => [],
    };

    [GeneratedRegex(@"CecSim\.Cli -- (?<verb>[a-z]+)(?<rest>[^|&>\n]*)")]
    private static partial Regex Asked();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
