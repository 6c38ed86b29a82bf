using System.Text.Json;
using CecSim.Scenarios.Schema;
using Files = CecSim.Scenarios.ScenarioFiles;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>The schema that editors use says what the loader says, as far as a schema can.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Head = "name: broken\nabout: What happens.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-schema-").FullName;

    public static TheoryData<string> BrokenFiles =>
    [
        "about: It has no name.",
        "name: Upper\nabout: A name is in small letters.",
        "name: empty\nabout: ''",
        "name: nothing\nabout:",
        $"{Head}seed: -1",
        $"{Head}seed: many",
        $"{Head}profile: cec-9",
        $"{Head}colour: red",
        $"{Head}space: []",
        $"{Head}space: {{ appKey: two words }}",
        $"{Head}space: {{ eventPollHold: 10 }}",
        $"{Head}space: {{ eventPollHold: 0s }}",
        $"{Head}space: {{ eventPollHold: ten seconds }}",
        $"{Head}space: {{ accessTokenRefusedStatus: 404 }}",
        $"{Head}space: {{ accessTokenRefusedStatus: \"403\" }}",
        $"{Head}space: {{ channels: [] }}",
        $"{Head}space: {{ channels: [{{ name: no id }}] }}",
        $"{Head}space: {{ channels: [{{ id: a, webRtc: \"true\" }}] }}",
        $"{Head}space: {{ channels: [{{ id: a, timeZone: Berlin }}] }}",
        $"{Head}space: {{ channels: [{{ id: a, workingHours: {{ from: \"25:00\", to: \"18:00\" }} }}] }}",
        $"{Head}space: {{ queues: [{{ name: a, type: fax }}] }}",
        $"{Head}space: {{ queues: [{{ name: a, type: multimedia, onBusy: {{ transferToIvr: x }} }}] }}",
        $"{Head}space: {{ queues: [{{ name: a, onBusy: {{ transferTo: a, transferToIvr: x }} }}] }}",
        $"{Head}space: {{ agents: {{ startingAt: 2000 }} }}",
        $"{Head}space: {{ agents: {{}} }}",
        $"{Head}space: {{ agents: {{ list: [{{ workNo: 101 }}], role: common }} }}",
        $"{Head}space: {{ appKey: ~ }}",
        $"{Head}space: {{ eventPollHold: P1Y }}",
        $"{Head}space: {{ agents: [{{ workNo: 1 }}] }}",
        $"{Head}space: {{ agents: [{{ workNo: 1001, declines: 1.5 }}] }}",
        $"{Head}space: {{ agents: [{{ workNo: 1001, talksFor: {{ min: 2s }} }}] }}",
        $"{Head}calls: none",
        $"{Head}calls: [{{ script: [] }}]",
        $"{Head}calls: [{{ script: [conected] }}]",
        $"{Head}calls: [{{ script: [wait] }}]",
        $"{Head}calls: [{{ script: [connected: {{ causeId: 1 }}] }}]",
        $"{Head}calls: [{{ script: [event: {{}}] }}]",
        $"{Head}calls: [{{ script: [choose: [{{ steps: [queued] }}]] }}]",
        $"{Head}calls: [{{ script: [{{ await: knock, within: 2s }}] }}]",
        $"{Head}calls: [{{ script: [wait: {{ normal: 2s }}] }}]",
        $"{Head}calls: [{{ script: [repeat: {{ times: 0, steps: [transferred] }}] }}]",
        $"{Head}calls: [{{ match: {{ nth: 0 }}, script: [connected] }}]",
        $"{Head}calls: [{{ script: [connected], on: [{{ chat: hello }}] }}]",
        $"{Head}scripts: {{ one: [hang] }}",
        $"{Head}calls: [{{ script: [{{ wait: 1s, released: {{}} }}] }}]",
        $"{Head}calls: [{{ script: [released: {{ causeId: one }}] }}]",
        $"{Head}calls: [{{ refuse: noAgents, script: [connected] }}]",
        $"{Head}calls: [{{ match: {{ media: fax }} }}]",
        $"{Head}faults: [{{ at: poll }}]",
        $"{Head}faults: [{{ at: pol, inject: {{ status: 503 }} }}]",
        $"{Head}faults: [{{ at: poll, inject: {{ status: 600 }} }}]",
        $"{Head}faults: [{{ at: poll, when: {{ nth: 0 }}, inject: {{ status: 503 }} }}]",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_schema_in_the_repository_is_what_the_shapes_say() => Assert.True(
        ScenarioSchema.Text == File.ReadAllText(SchemaCheck.SchemaFile),
        "It is stale: run 'dotnet run --project src/CecSim.Cli -- schema'.");

    [Fact]
    public async Task Every_shipped_scenario_is_sound_to_an_editor_too()
    {
        var everything = Write("everything.yaml", Everything.Yaml);

        var judged = await SchemaCheck.RunAsync([.. ScenarioFolder.AllFiles, everything]);

        Assert.True(judged.Count > 7);
        Assert.All(judged, file => Assert.Empty(file.Value));
    }

    [Fact]
    public async Task What_is_broken_is_refused_by_the_loader_and_by_the_schema()
    {
        var files = BrokenFiles.Select((row, i) => Write($"{i}.yaml", row.Data)).ToArray();

        var judged = await SchemaCheck.RunAsync(files);

        Assert.Equal(files.Length, judged.Count);
        foreach (var file in files)
        {
            Assert.True(Files.Load([file]).Complaints.Count > 0, $"The loader takes\n{File.ReadAllText(file)}");
            Assert.True(judged[file].Length > 0, $"The schema takes\n{File.ReadAllText(file)}");
        }
    }

    [Fact]
    public async Task What_the_loader_takes_the_schema_takes()
    {
        List<string> texts = [Everything.Yaml, .. ScenarioFolder.AllFiles.Select(File.ReadAllText)];
        var taken = Enumerable.Range(0, 5000)
            .Select(seed => Mutants.Of(texts[seed % texts.Count], texts, new Random(seed)))
            .Where(yaml => yaml.All(char.IsAscii) && !HasLoneCarriageReturn(yaml))
            .Where(yaml => Files.Parse("mutant.yaml", yaml).Complaints.Count == 0)
            .Select((yaml, i) => Write($"{i}.yaml", yaml))
            .ToArray();

        var judged = await SchemaCheck.RunAsync(taken);

        // Where two readers of YAML disagree, as they do on rare line breaks too, no schema is asked.
        var read = judged.Where(f => !f.Value.Any(e => e.StartsWith("not YAML", StringComparison.Ordinal))).ToList();
        Assert.True(read.Count > 100);
        Assert.All(read, file => Assert.True(
            file.Value.Length == 0,
            $"{string.Join(", ", file.Value)}\n{JsonSerializer.Serialize(File.ReadAllText(file.Key))}"));
    }

    [Fact]
    public async Task Every_default_and_every_example_of_the_schema_is_allowed_where_it_stands()
    {
        var judged = await SchemaCheck.RunAsync();

        Assert.True(judged.Count > 100);
        Assert.All(judged, value => Assert.Empty(value.Value));
    }

    [Fact]
    public void Every_shipped_scenario_tells_editors_where_its_schema_is() => Assert.All(
        ScenarioFolder.AllFiles,
        file =>
        {
            var schema = Path.GetRelativePath(Path.GetDirectoryName(file)!, SchemaCheck.SchemaFile).Replace('\\', '/');
            Assert.Equal($"# yaml-language-server: $schema={schema}", File.ReadLines(file).First());
        });

    // A line break by the YAML specification, but not to the reader of the foreign judge.
    private static bool HasLoneCarriageReturn(string yaml) =>
        yaml.Replace("\r\n", "\n", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal);

    private string Write(string name, string yaml)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, yaml);
        return file;
    }
}
