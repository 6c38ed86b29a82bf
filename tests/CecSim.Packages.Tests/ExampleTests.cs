namespace CecSim.Packages.Tests;

/// <summary>The example in <c>examples/dotnet</c>, outside of this checkout, with the packages alone.</summary>
public sealed class ExampleTests(PackedFeed feed)
{
    private static readonly string Source = Checkout.PathOf("examples", "dotnet");

    [Fact]
    public async Task The_example_is_restored_from_the_feed_builds_and_passes()
    {
        var folder = await feed.MakeFolderAsync("example");
        foreach (var file in Directory.GetFiles(Source, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        // The example's own takes whatever else this machine has configured.
        await feed.ConfigureAsync(folder);

        var told = await DotNet.RunAsync(
            folder, feed.Restored, "test", "--solution", "ClickToDial.slnx", "--no-ansi", "--no-progress");

        Assert.Matches(@"total: 4\s+failed: 0\s+succeeded: 4", told);
        var assets = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(folder, "ClickToDial.Tests", "obj", "project.assets.json"),
            TestContext.Current.CancellationToken))!;
        Assert.NotNull(assets["libraries"]![$"CecSim.Testing/{feed.Version}"]);
    }

    private static bool IsSource(string file) => !Path.GetRelativePath(Source, file)
        .Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "packages");
}
