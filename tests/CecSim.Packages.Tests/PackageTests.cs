using System.Text;

namespace CecSim.Packages.Tests;

/// <summary>What a package says of itself, and what is in it.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    private static readonly Dictionary<string, string> Projects = new()
    {
        ["CecSim.Aspire"] = "CecSim.Aspire",
        ["CecSim.Client"] = "CecSim.Client",
        ["CecSim.Control.Contracts"] = "CecSim.Control.Contracts",
        ["CecSim.ControlClient"] = "CecSim.ControlClient",
        ["CecSim.Testing"] = "CecSim.Testing",
        ["cecsim"] = "CecSim.Cli",
    };

    /// <summary>Whatever a test project gets with <c>CecSim.Testing</c>, and what it is for.</summary>
    private static readonly Dictionary<string, string> InTesting = new()
    {
        ["CecSim.Testing"] = "the fixture itself",
        ["CecSim.ControlClient"] = "moves spaces, and is part of the fixture's surface",
        ["CecSim.Control.Contracts"] = "the bodies of the control API, on the surface too",
        ["CecSim.Server"] = "answers",
        ["CecSim.Simulation"] = "the rules",
        ["CecSim.Scenarios"] = "reads what a test writes as its scenario",
        ["CecSim.Telephony"] = "the gateway, for calls with media",
        ["CecSim.Web"] = "the connection bar and pages, for tests in a browser",
        ["CecSim.Guarding"] = "what nobody awaits",
        ["Bogus"] = "made-up customers and agents, the same for a seed",
        ["Concentus"] = "sound between a browser in Opus and a phone in G.711",
        ["NAudio.Core"] = "the same for a phone in G.722",
        ["YamlDotNet"] = "scenarios are YAML",
        ["Microsoft.AspNetCore.App"] = "HTTP and WebSockets",
    };

    public static TheoryData<string> Ids => [.. Projects.Keys];

    public static TheoryData<string> Libraries => [.. Projects.Keys.Where(id => id != "cecsim")];

    [Fact]
    public void There_is_a_package_for_each_and_no_other() => Assert.Equal(
        Projects.Keys.Select(id => $"{id}.{feed.Version}").Order(StringComparer.Ordinal),
        Directory.GetFiles(feed.Folder, "*.nupkg").Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_tells_what_it_is(string id)
    {
        using var package = feed.Open(id);

        Assert.Equal(id, package.ValueOf("id"));
        Assert.Equal("MIT", package.ValueOf("license"));
        Assert.NotEmpty(package.ValueOf("description"));
        Assert.Contains("cec", package.ValueOf("tags").Split(' '));
        Assert.Equal(
            File.ReadAllText(Checkout.PathOf("src", Projects[id], "README.md")),
            Encoding.UTF8.GetString(package.Bytes(package.ValueOf("readme"))));
        Assert.Equal(
            File.ReadAllBytes(Checkout.PathOf("src", "icon.png")), package.Bytes(package.ValueOf("icon")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_names_the_commit_that_it_was_made_from(string id)
    {
        using var package = feed.Open(id);
        var repository = package.Named("repository").SingleOrDefault();

        if (Directory.Exists(Checkout.PathOf(".git")))
        {
            Assert.Matches("^[0-9a-f]{40}$", (string?)repository?.Attribute("commit"));
        }
        else
        {
            Assert.Null(repository?.Attribute("commit"));
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_has_its_documentation_and_the_symbols_of_all_that_is_in_it(string id)
    {
        using var package = feed.Open(id);
        using var symbols = new Package(Path.Combine(feed.Folder, $"{id}.{feed.Version}.snupkg"));

        Assert.Contains($"lib/net10.0/{id}.xml", package.Files);
        Assert.Equal(
            LibrariesIn(package).Select(f => Path.ChangeExtension(f, ".pdb")).Order(StringComparer.Ordinal),
            symbols.Files.Where(f => f.EndsWith(".pdb", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_test_project_gets_nothing_with_the_fixture_that_has_no_reason()
    {
        var (waiting, got) = (new Queue<string>(["CecSim.Testing"]), new SortedSet<string>(StringComparer.Ordinal));
        while (waiting.TryDequeue(out var id))
        {
            got.Add(id);
            if (Projects.ContainsKey(id))
            {
                using var package = feed.Open(id);
                got.UnionWith(LibrariesIn(package).Select(f => Path.GetFileNameWithoutExtension(f)));
                got.UnionWith(package.Named("frameworkReference").Select(f => (string)f.Attribute("name")!));
                package.Dependencies.ToList().ForEach(waiting.Enqueue);
            }
        }

        Assert.Equal(InTesting.Keys.Order(StringComparer.Ordinal), got);
    }

    [Fact]
    public void A_test_project_compiles_against_the_fixture_alone()
    {
        using var package = feed.Open("CecSim.Testing");

        Assert.Equal(
            ["ref/net10.0/CecSim.Testing.dll", "ref/net10.0/CecSim.Testing.xml"],
            package.Files.Where(f => f.StartsWith("ref/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // The lists of the fixture are written by hand, as those of the server below it are.
    [Fact]
    public void The_fixture_brings_every_package_that_the_server_inside_it_needs()
    {
        using var package = feed.Open("CecSim.Testing");
        var inside = LibrariesIn(package).Select(f => Path.GetFileNameWithoutExtension(f));

        var needed =
            from project in inside
            from reference in XDocument.Load(Checkout.PathOf("src", project, $"{project}.csproj"))
                .Descendants("PackageReference")
            where (string?)reference.Attribute("PrivateAssets") != "all"
            select (string)reference.Attribute("Include")!;

        Assert.Empty(needed.Except(package.Dependencies));
    }

    [Fact]
    public void The_packages_of_one_build_ask_for_each_other_and_for_no_other_version()
    {
        foreach (var id in Projects.Keys)
        {
            using var package = feed.Open(id);
            Assert.All(
                package.Named("dependency").Where(d => Projects.ContainsKey((string)d.Attribute("id")!)),
                d => Assert.Equal($"[{feed.Version}]", (string?)d.Attribute("version")));
        }
    }

    private static IEnumerable<string> LibrariesIn(Package package) => package.Files.Where(
        f => f.StartsWith("lib/", StringComparison.Ordinal) && f.EndsWith(".dll", StringComparison.Ordinal));
}
