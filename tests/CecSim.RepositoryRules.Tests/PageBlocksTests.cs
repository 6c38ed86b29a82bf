using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace CecSim.RepositoryRules.Tests;

/// <summary>What pages show of code and data is sound in its language.</summary>
public sealed class PageBlocksTests
{
    /// <summary>Each language that a page may use, and what tries its blocks.</summary>
    private static readonly Dictionary<string, string> Languages = new()
    {
        ["sh"] = nameof(PageCommandsTests),
        ["text"] = "compared with what the block above it prints, where that is run",
        ["yaml"] = nameof(PageCommandsTests.The_scenarios_that_pages_show_are_sound),
        ["yml"] = nameof(Other_files_in_YAML_can_be_read),
        ["json"] = nameof(Json_can_be_read),
        ["js"] = nameof(JavaScript_has_no_slip_of_syntax),
        ["csharp"] = "PageExampleTests of CecSim.Client.Tests",
        ["mermaid"] = "drawn by whoever shows the page",
    };

    [Fact]
    public void Every_block_says_its_language_and_something_tries_it() => Assert.All(
        Pages.All(Repository.Own),
        page =>
        {
            var fences = Repository.Own.Lines(page)
                .Where(l => l.TrimStart().StartsWith("```", StringComparison.Ordinal));
            var opened = fences.Where((_, i) => i % 2 == 0);
            Assert.All(opened, fence => Assert.True(
                Languages.ContainsKey(fence.Replace("```", "", StringComparison.Ordinal)), $"{page}: {fence}"));
        });

    [Fact]
    public void Json_can_be_read() =>
        Assert.All(PageBlocks.In("json"), block => JsonDocument.Parse(block).Dispose());

    [Fact]
    public void Other_files_in_YAML_can_be_read() =>
        Assert.All(PageBlocks.In("yml"), block => new YamlStream().Load(new StringReader(block)));

    [Fact]
    public async Task JavaScript_has_no_slip_of_syntax()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "block.mjs");
        foreach (var block in PageBlocks.In("js"))
        {
            await File.WriteAllTextAsync(file, block, TestContext.Current.CancellationToken);
            await Shell.RunAsync($"node --check {file}");
        }
    }
}
