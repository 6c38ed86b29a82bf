using System.Diagnostics;
using System.Text.Json.Nodes;
using CecSim.Cli.Tests;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>
/// A foreign client: Node and real axios with the requests that the 2.5.0 document prints, against <c>cecsim serve</c>
/// in a process of its own. Time runs sixty times as fast, so that a minute in the queue is a second here.
/// </summary>
public sealed class AxiosClientTests
{
    public static TheoryData<string, string, int> Calls => new()
    {
        { "agent-hangs-up", "168101 168110", 0 },
        { "call-fails", "168102 168105", 0 },
        { "connect-at-once", "168101 168110", 0 },
        { "queue-then-connect", "168102 168101 168110", 0 },
        { "queue-timeout", "168102 168103", 0 },
        { "token-expires-while-polling", "168102 168101 168110", 1 },
        { "transfer-mid-call", "168101 168106 168110", 0 },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_documents_own_requests_see_the_scenario(string scenario, string events, int renewals)
    {
        await using var cecsim = await CecSimProcess.ServeAsync(
            "--scenario", ScenarioFolder.PathOf(scenario), "--rate", "60");

        // Only a customer ends the call of a scenario that ends with the connection.
        string[] drop = scenario == "connect-at-once" ? ["--drop-after", "168101"] : [];
        var (exitCode, seen) = await PlaceCallAsync(["--base", cecsim.Address.ToString(), .. drop]);

        var end = seen[^1];
        Assert.Equal("end", (string?)end["step"]);
        Assert.Equal(events, string.Join(' ', end["events"]!.AsArray()));
        Assert.Equal(renewals, (int?)end["renewals"]);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Every_scenario_is_called_by_axios() => Assert.Equal(
        ScenarioFolder.Names, Calls.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    private static async Task<(int ExitCode, IReadOnlyList<JsonNode> Seen)> PlaceCallAsync(string[] arguments)
    {
        var script = Path.Combine(ScenarioFolder.Root, "tests", "axios-client", "place-call.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (node.ExitCode, [.. lines.Select(l => JsonNode.Parse(l)!)]);
    }
}
