using System.Text.Json;
using System.Text.RegularExpressions;
using CecSim.Cli.Tests.Control;

namespace CecSim.Cli.Tests;

/// <summary>
/// Text of clients and files that would steer a terminal or command a CI system, before every command that prints it.
/// </summary>
public sealed partial class AttackTests
{
    private const string Attack =
        "\u001b[31m\u0007\r\n::error::owned\n##[error]owned ##vso[task.x]\u202e\u0085\u200f[red]";

    private static readonly string Quoted = JsonSerializer.Serialize(Attack);

    private static readonly string Scenario =
        $$"""
        name: mine
        about: {{Quoted}}
        space:
          channels: [{ id: "202403010000000001", name: {{Quoted}} }]
          agents: [{ workNo: 1001, name: {{Quoted}} }]
        calls: [{ script: [queued, connected, released: { causeId: 1, causeDesc: {{Quoted}} }] }]
        faults:
          - { at: getClickToCallEvents, when: { nth: 3 }, inject: { resultCode: { code: "13", desc: {{Quoted}} } } }
        """;

    /// <summary>By the path of a command: what is typed behind it. Each command that there is must be here.</summary>
    private static readonly Dictionary<string, string[][]> Lines = new()
    {
        ["serve"] = [["--scenario", "{attack}"], ["--urls", "{attack}"]],
        ["check"] =
        [
            ["{file}"], ["{attack}"], ["{broken}"], ["{broken}", "--format", "json"], ["{broken}", "--format", "sarif"],
        ],
        ["try"] = [["{file}"], ["{file}", "--json"], ["{broken}"], ["{attack}"]],
        ["call"] = [["{server}", "--talk", "0", "--user", "{attack}"], ["{server}", "--app-key", "{attack}"]],
        ["scenarios"] = [["{attack}"]],
        ["new"] = [["{attack}"], ["-o", "/no/such/{attack}/x"], ["-o", "{broken}"]],
        ["completions"] = [["{attack}"]],
        ["schema"] = [["/no/such/{attack}/x"], ["-"]],
        ["certs export"] = [["--pem", "/no/such/{attack}/x"]],
        ["certs trust"] = [["--store", "{attack}"]],
        ["certs untrust"] = [["--store", "{attack}"]],
        ["health"] = [[], ["--live"]],
        ["process"] = [[], ["--collect", "--json"]],
        ["latency"] = [[]],
        ["spaces list"] = [[], ["--json"]],
        ["spaces show"] = [["mine"], ["{attack}"]],
        ["replay"] = [["--to", "{attack}", "{mine}"], ["--to", "1", "--name", "{attack}", "{mine}"]],
        ["snapshots list"] = [[]],
        ["snapshots save"] = [["{attack}", "{mine}"]],
        ["snapshots load"] = [["{attack}"]],
        ["snapshots show"] = [["{attack}"]],
        ["snapshots diff"] = [["{attack}", "{attack}"]],
        ["snapshots delete"] = [["{attack}"]],
        ["spaces create"] = [["--file", "{broken}"], ["--name", "{attack}"]],
        ["spaces export"] = [["mine"], ["{attack}"], ["mine", "-o", "/no/such/{attack}/x"]],
        ["spaces import"] = [["{attack}"], ["{broken}"]],
        ["spaces scenarios"] = [[]],
        ["spaces reset"] = [["{attack}"]],
        ["spaces delete"] = [["{attack}"]],
        ["clock show"] = [["{mine}"], ["--space", "{attack}"]],
        ["clock freeze"] = [["{mine}"]],
        ["clock run"] = [["--space", "{attack}"]],
        ["clock rate"] = [["{attack}", "{mine}"]],
        ["clock advance"] = [["{attack}", "{mine}"]],
        ["clock due"] = [["{mine}"], ["--space", "{attack}"]],
        ["clock next"] = [["--space", "{attack}"]],
        ["breakpoints list"] = [["{mine}"], ["{mine}", "--json"]],
        ["breakpoints show"] = [["{attack}", "{mine}"]],
        ["breakpoints set"] = [["--at", "{attack}", "{mine}"]],
        ["breakpoints release"] = [["{attack}", "{mine}"]],
        ["breakpoints drop"] = [["{attack}", "{mine}"]],
        ["polls list"] = [["{mine}"], ["{mine}", "--json"]],
        ["polls release"] = [["{attack}", "{mine}"]],
        ["polls cut"] = [["{attack}", "{mine}"]],
        ["tokens list"] = [["{mine}"], ["{mine}", "--json"]],
        ["statistics"] = [["{mine}"], ["--space", "{attack}"]],
        ["tokens expire"] = [["{attack}", "{mine}"]],
        ["tokens revoke"] = [["{attack}", "{mine}"]],
        ["calls list"] = [["{mine}"], ["{mine}", "--json"]],
        ["calls show"] = [["1", "{mine}"]],
        ["calls ladder"] = [["1", "{mine}"], ["1", "--mermaid", "{mine}"], ["1", "--svg", "{mine}"]],
        ["calls recording"] = [["1", "{attack}", "-o", "/no/such/{attack}/x", "{mine}"]],
        ["calls pcap"] = [["1", "-o", "/no/such/{attack}/x", "{mine}"]],
        ["calls media"] = [["1", "{mine}"], ["{attack}", "{mine}"]],
        ["calls push"] = [["1", "{attack}", "{mine}"]],
        ["queues list"] = [["{mine}"]],
        ["queues show"] = [["voice-click", "{mine}"], ["{attack}", "{mine}"]],
        ["agents list"] = [["{mine}"], ["{mine}", "--json"]],
        ["agents show"] = [["1001", "{mine}"], ["{attack}", "{mine}"]],
        ["agents drive"] = [["1001", "{attack}", "{mine}"]],
        ["phones"] = [["{mine}"], ["--space", "{attack}"]],
        ["faults list"] = [["{mine}"], ["{mine}", "--json"]],
        ["faults arm"] = [["{attack}", "{mine}"], ["{{\"{attack}\":1}}", "{mine}"]],
        ["faults disarm"] = [["{attack}", "{mine}"]],
        ["journal list"] = [["{mine}"], ["{mine}", "--json"], ["--user", "{attack}", "{mine}"]],
        ["journal explain"] = [["1", "{mine}"], ["2", "{mine}"], ["{attack}", "{mine}"]],
        ["journal har"] = [["{mine}"]],
        ["journal verify"] =
        [
            ["{mine}", "--times", "99"], ["{mine}", "--user", "{attack}"], ["{mine}", "--since", "{attack}"],
        ],
        ["journal clear"] = [["--space", "{attack}"]],
        ["tail"] =
        [
            ["--space", "{attack}"], ["{attack}"], ["{attack}", "--space", "mine"], ["--kind", "{attack}", "{mine}"],
        ],
        ["findings"] =
        [
            ["{mine}"], ["--format", "json"], ["--format", "junit"], ["--format", "sarif"], ["--space", "{attack}"],
        ],
        ["pact states"] = [[]],
        ["pact set-up"] =
        [
            ["{attack}"], ["a user is signed in", "--param", "userId={attack}", "--param", "space=mine"],
            ["a user is signed in", "--param", "{attack}=x"],
        ],
        ["pact tear-down"] = [["{attack}"]],
        ["fidelity"] = [["--section", "{attack}"], ["--basis", "{attack}"]],
        ["verify"] =
        [
            ["--contract", "{contract}", "{mine}"], ["--contract", "{contract}", "--user", "{attack}", "{mine}"],
        ],
    };

    private static readonly string[] Local =
        ["serve", "check", "try", "call", "scenarios", "new", "completions", "schema", "certs"];

    [Fact]
    public async Task No_command_prints_it_as_it_is()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("mine.yaml", Scenario);
        var broken = folder.Write("broken.yaml", $"name: {Quoted}\n{Quoted}: 1\ncalls: [{Quoted}]\n");
        var contract = folder.Write("c.contract.yaml", "name: c\nsteps: [{ request: poll }]\n");
        await using var cec = await FrozenSpace.ServeAsync(Scenario);
        using var ann = await cec.SignInAsync(Attack);
        await ann.CallAsync();
        await ann.GetEventAsync();

        foreach (var (path, lines) in Lines)
        {
            foreach (var line in lines)
            {
                string[] typed = [.. line.SelectMany(word => word == "{mine}" ? ["--space", "mine"] : (string[])[word
                    .Replace("{attack}", Attack, StringComparison.Ordinal)
                    .Replace("{file}", file, StringComparison.Ordinal)
                    .Replace("{broken}", broken, StringComparison.Ordinal)
                    .Replace("{contract}", contract, StringComparison.Ordinal)
                    .Replace("{server}", $"{cec.Address}", StringComparison.Ordinal)])];
                var isLocal = Local.Contains(path.Split(' ')[0]);
                string[] all = [.. path.Split(' '), .. typed];

                var (_, output, errors) =
                    isLocal ? await CecSimTool.RunAsync(all) : await cec.RunAsync(all);

                Assert.False(Steers().IsMatch(output + errors), $"{path}: {JsonSerializer.Serialize(output + errors)}");
            }
        }
    }

    [Fact]
    public void Every_command_is_among_them() => Assert.Equal(
        Leaves(CecSimCommand.Root, "").Order(StringComparer.Ordinal), Lines.Keys.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.Count == 0
        ? [path]
        : command.Subcommands.SelectMany(c => Leaves(c, $"{path} {c.Name}".Trim()));

    // Anything but printable text, tabs and line ends; a mark that turns text; a command to a CI system.
    [GeneratedRegex(
        @"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s*::|##(vso)?\[",
        RegexOptions.Multiline)]
    private static partial Regex Steers();
}
