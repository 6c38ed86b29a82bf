namespace CecSim.Packages.Tests;

/// <summary>The examples for .NET, outside of this checkout, with the packages alone.</summary>
public sealed class ExampleTests(PackedFeed feed)
{
    [Fact]
    public async Task The_example_is_restored_from_the_feed_builds_and_passes()
    {
        var folder = await CopyAsync("dotnet");

        var told = await DotNet.RunAsync(
            folder, feed.Restored, "test", "--solution", "ClickToDial.slnx", "--no-ansi", "--no-progress");

        Assert.Matches(@"total: 4\s+failed: 0\s+succeeded: 4", told);
        await MustHaveRestoredAsync("CecSim.Testing", Path.Combine(folder, "ClickToDial.Tests"));
    }

    [Fact]
    public async Task The_app_host_starts_its_application_with_cecsim_beside_it()
    {
        var folder = await CopyAsync("aspire");
        var tool = ToolCommand.Binary ?? Checkout.PathOf(
            "artifacts", "bin", "CecSim.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "cecsim");

        var told = await DotNet.RunAsync(
            folder,
            feed.Restored,
            [("CECSIM_BINARY", tool), ("CECSIM_DATA", Path.Combine(folder, "data"))],
            "test", "--solution", "CallDesk.slnx", "--no-ansi", "--no-progress");

        Assert.Matches(@"total: 2\s+failed: 0\s+succeeded: 2", told);
        await MustHaveRestoredAsync("CecSim.Aspire", Path.Combine(folder, "AppHost"));
    }

    private async Task<string> CopyAsync(string example)
    {
        var folder = await feed.MakeFolderAsync($"example-{example}");
        var source = Checkout.PathOf("examples", example);
        var files = Directory.GetFiles(source, "*", SearchOption.AllDirectories);
        foreach (var file in files.Where(f => IsSource(source, f)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        // The example's own takes whatever else this machine has configured.
        await feed.ConfigureAsync(folder);
        return folder;
    }

    private async Task MustHaveRestoredAsync(string package, string project)
    {
        var assets = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(project, "obj", "project.assets.json"), TestContext.Current.CancellationToken))!;
        Assert.NotNull(assets["libraries"]![$"{package}/{feed.Version}"]);
    }

    private static bool IsSource(string folder, string file) => !Path.GetRelativePath(folder, file)
        .Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "packages");
}
