using YamlDotNet.RepresentationModel;

namespace CecSim.RepositoryRules.Tests;

/// <summary>The files for containers agree with each other and with the tool; no engine is here to run them.</summary>
public sealed partial class ContainerFilesTests
{
    private static readonly string Dockerfile = Repository.Own.Text("Dockerfile");
    private static readonly string FinalStage =
        Dockerfile[Dockerfile.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];

    private static readonly YamlNode Service = Yaml("examples/compose.yaml")[0]["services"]["cec"];
    private static readonly YamlNode Pod = Yaml("examples/kubernetes/cecsim.yaml")[0]["spec"]["template"]["spec"];
    private static readonly YamlNode Container = Pod["containers"][0];

    private static readonly string[] BuiltFrom =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "scenarios", "src"];

    private static readonly string[] Ports = ["5060", "5060/udp", "5080", "5090/udp", "5443"];

    public static TheoryData<string, string[]> Commands => new()
    {
        { "Dockerfile", [.. Word().Matches(LineOf("CMD")).Select(m => m.Groups[1].Value)] },
        { "compose.yaml", [.. Items(Service["command"])] },
        { "cecsim.yaml", [.. Items(Container["args"])] },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_container_starts_serve_with_options_that_it_has(string file, string[] command)
    {
        var page = Repository.Own.Text("docs/verbs.md");
        var serve = page[page.IndexOf("\n## cecsim serve\n", StringComparison.Ordinal)..];
        var options = command.Where(w => w.StartsWith("--", StringComparison.Ordinal)).ToList();

        Assert.Equal("serve", command[0]);
        Assert.Contains("--urls", options);
        Assert.All(
            options,
            o => Assert.True(serve.Split("\n## ")[1].Contains($"| `{o} ", StringComparison.Ordinal), $"{file}: {o}"));
    }

    [Fact]
    public void All_of_them_open_the_same_ports()
    {
        Assert.Equal(Ports, LineOf("EXPOSE").Split(' ').Skip(1).Order(StringComparer.Ordinal));
        Assert.Equal(Ports, Items(Service["ports"]).Select(p => p.Split(':')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(Ports, PortsOf(Container["ports"], "containerPort"));
        Assert.Equal(Ports, PortsOf(Yaml("examples/kubernetes/cecsim.yaml")[1]["spec"]["ports"], "port"));
    }

    [Fact]
    public void What_is_published_by_default_is_published_on_loopback() =>
        Assert.All(Items(Service["ports"]), p => Assert.StartsWith("127.0.0.1:", p, StringComparison.Ordinal));

    [Fact]
    public void Nobody_runs_it_as_root_or_writes_to_its_files()
    {
        Assert.Matches(@"^USER [1-9]\d*:[1-9]\d*$", LineOf("USER"));
        Assert.Equal("true", $"{Service["read_only"]}");
        Assert.Equal("true", $"{Pod["securityContext"]["runAsNonRoot"]}");
        Assert.Equal(
            LineOf("USER"), $"USER {Pod["securityContext"]["runAsUser"]}:{Pod["securityContext"]["runAsGroup"]}");
        Assert.Equal("true", $"{Container["securityContext"]["readOnlyRootFilesystem"]}");
        Assert.Equal("false", $"{Container["securityContext"]["allowPrivilegeEscalation"]}");
    }

    [Fact]
    public void Its_health_is_asked_for_by_what_it_has()
    {
        var document = JsonNode.Parse(Repository.Own.Text("src/CecSim.Server/OpenApi/control.json"))!;
        var routes = document["paths"]!.AsObject();

        Assert.EndsWith("CMD [\"cecsim\", \"health\"]", LineOf("HEALTHCHECK"), StringComparison.Ordinal);
        Assert.Equal(["CMD", "cecsim", "health"], Items(Service["healthcheck"]["test"]));
        Assert.All(
            (string[])["startupProbe", "readinessProbe", "livenessProbe"],
            probe => Assert.True(routes.ContainsKey($"{Container[probe]["httpGet"]["path"]}"), probe));
    }

    [Fact]
    public void What_the_build_reads_at_the_top_is_part_of_the_context()
    {
        var kept = Repository.Own.Lines(".dockerignore").Where(l => l.StartsWith('!')).Select(l => l[1..]).ToList();
        var read = BesideIt().Matches(Repository.Own.Text("Directory.Build.props")).Select(m => m.Groups[1].Value)
            .Where(f => Repository.Own.Has(f));

        Assert.All(kept, path => Assert.True(Path.Exists(Path.Combine(Repository.Own.Root, path)), path));
        Assert.Empty(read.Concat(BuiltFrom).Except(kept));
    }

    private static string LineOf(string instruction) => FinalStage.Split('\n')
        .Single(l => l.StartsWith($"{instruction} ", StringComparison.Ordinal));

    private static List<YamlNode> Yaml(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Own.Text(file)));
        return [.. stream.Documents.Select(d => d.RootNode)];
    }

    private static IEnumerable<string> Items(YamlNode list) => ((YamlSequenceNode)list).Select(n => $"{n}");

    private static IEnumerable<string> PortsOf(YamlNode list, string key) => ((YamlSequenceNode)list)
        .Cast<YamlMappingNode>()
        .Select(p => $"{p[key]}" + (p.Children.ContainsKey("protocol") ? $"/{p["protocol"]}".ToLowerInvariant() : ""))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Word();

    [GeneratedRegex(@"\$\(MSBuildThisFileDirectory\)([\w.]+)")]
    private static partial Regex BesideIt();
}
