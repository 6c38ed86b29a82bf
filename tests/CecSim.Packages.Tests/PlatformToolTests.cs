using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CecSim.Packages.Tests;

/// <summary>
/// The tool as it is packed for platforms: the package of its name leads to the one of this machine. A script stands in
/// for the native file, which takes minutes to compile; publishing itself is left out.
/// </summary>
public sealed class PlatformToolTests : IDisposable
{
    private const string Says = "the native file was asked for";

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-tools-").FullName;
    private readonly string _platform = RuntimeInformation.RuntimeIdentifier;

    private string Feed => Path.Combine(_folder, "feed");

    private string Restored => Path.Combine(_folder, "restored");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_tool_is_the_native_file_where_its_platform_has_one_and_needs_no_NET_then()
    {
        await PackAsync("-r", _platform, $"-p:PublishDir={MakeStandIn()}/");
        await PackAsync("-r", "any", $"-p:PublishDir={BuiltTool()}/");
        await PackAsync();
        Configure();

        await DotNet.RunAsync(
            _folder, Restored, "tool", "install", "cecsim", "--prerelease", "--tool-path", "bin");
        var once = await DotNet.RunAsync(
            _folder, Restored, "tool", "exec", "cecsim", "--prerelease", "--yes", "--", "--version");

        var program = new FileInfo(Path.Combine(_folder, "bin", "cecsim"));
        Assert.Contains(Says, await File.ReadAllTextAsync(program.FullName, TestContext.Current.CancellationToken));
        Assert.Contains($"{Says}: --version", once, StringComparison.Ordinal);
        Assert.Equal(["cecsim", "cecsim.any", $"cecsim.{_platform}"], Packed());
    }

    private static string BuiltTool() => Checkout.PathOf(
        "artifacts", "bin", "CecSim.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name);

    private IEnumerable<string> Packed() => Directory.GetFiles(Feed, "*.nupkg")
        .Select(f => Regex.Replace(Path.GetFileName(f), @"\.\d+\.\d+\.\d+.*", ""))
        .Order(StringComparer.Ordinal);

    private string MakeStandIn()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "published")).FullName;
        var program = Path.Combine(folder, "cecsim");
        File.WriteAllText(program, $"#!/bin/sh\necho \"{Says}: $*\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }

    // In a place of its own: what the checkout was restored for stays as it is.
    private async Task PackAsync(params string[] platform)
    {
        string[] common = [$"-p:ToolPlatforms={_platform}", "--artifacts-path", Path.Combine(_folder, "built")];
        var project = Checkout.PathOf("src", "CecSim.Cli");
        await DotNet.RunAsync(
            project, packages: null, ["restore", .. common, .. platform.TakeWhile(p => p is not ['-', 'p', ..])]);
        await DotNet.RunAsync(
            project,
            packages: null,
            [
                "pack", "--no-restore", "--no-build", "-p:_PackToolPublishDependency=", "-o", Feed, .. common,
                .. platform,
            ]);
    }

    private void Configure() => File.WriteAllText(
        Path.Combine(_folder, "nuget.config"),
        $"""
         <configuration>
           <packageSources><clear /><add key="tools" value="{Feed}" /></packageSources>
           <packageSourceMapping><clear /></packageSourceMapping>
         </configuration>
         """);
}
