using System.Text.RegularExpressions;

namespace CecSim.Packages.Tests;

/// <summary>A folder with all packages, made once from what the tests were built with, and room beside it.</summary>
public sealed partial class PackedFeed : IAsyncLifetime
{
    private static readonly string[] Projects =
    [
        "CecSim.Control.Contracts", "CecSim.ControlClient", "CecSim.Client", "CecSim.Testing", "CecSim.Aspire",
        "CecSim.Cli",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("cecsim-packages-").FullName;

    /// <summary>Where the packages lie.</summary>
    internal string Folder => Path.Combine(_root, "feed");

    /// <summary>Where packages of this feed are restored to: no older one of the same number is there.</summary>
    internal string Restored => Path.Combine(_root, "restored");

    /// <summary>The version that all of them have.</summary>
    internal string Version => Regex.Match(
        Path.GetFileName(Directory.GetFiles(Folder, "CecSim.Client.*.nupkg").Single()),
        @"^CecSim\.Client\.(.+)\.nupkg$").Groups[1].Value;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var project in Projects)
        {
            await DotNet.RunAsync(
                Checkout.PathOf("src", project),
                packages: null,
                "pack", "--no-build", "--no-restore", "-c", Configuration, "-o", Folder, "-v", "q", "-nodeReuse:false");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Package Open(string id) => new(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>A folder of its own, in which <c>CecSim.*</c> comes from the feed and from nowhere else.</summary>
    internal async Task<string> MakeFolderAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        await ConfigureAsync(folder);
        return folder;
    }

    internal async Task ConfigureAsync(string folder)
    {
        var told = await DotNet.RunAsync(Checkout.Root, packages: null, "nuget", "list", "source");
        var others = EnabledSource().Matches(told).Select(m => m.Groups[1].Value);
        var mapped = others.Select(name => Mapping(name, "*")).Append(Mapping("cecsim-packed", "CecSim.*", "cecsim"));
        var config = new XElement(
            "configuration",
            new XElement(
                "packageSources",
                new XElement("add", new XAttribute("key", "cecsim-packed"), new XAttribute("value", Folder))),
            new XElement("packageSourceMapping", mapped));
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), config.ToString());
    }

    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static XElement Mapping(string source, params string[] patterns) => new(
        "packageSource",
        new XAttribute("key", source),
        patterns.Select(p => new XElement("package", new XAttribute("pattern", p))));

    [GeneratedRegex(@"^ *\d+\. +(.+) \[Enabled\]", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();
}
