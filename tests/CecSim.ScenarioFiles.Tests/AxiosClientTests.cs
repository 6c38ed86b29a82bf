using System.Diagnostics;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>
/// A foreign client: Node and real axios with the requests that the 2.5.0 document prints, against <c>cecsim serve</c>
/// in a process of its own. Time runs sixty times as fast, so that a minute in the queue is a second here.
/// </summary>
public sealed class AxiosClientTests
{
    public static TheoryData<string, string, int> Calls => new()
    {
        { "agent-declines", "168101 168105", 0 },
        { "agent-hangs-up", "168101 168110", 0 },
        { "busy-queue-with-ten-callers", "168101 168110", 0 },
        { "call-fails", "168102 168105", 0 },
        { "call-then-chat", "168101 168110", 0 },
        { "chat-then-call", "168101 168110", 0 },
        { "connect-at-once", "168101 168110", 0 },
        { "one-poll-at-a-time", "168102 168199 168101 168110", 0 },
        { "queue-then-connect", "168102 168101 168110", 0 },
        { "queue-timeout", "168102 168103", 0 },
        { "refund-in-chat", "168102 168103", 0 },
        { "restless-call", "168101 168106 168106 168106 168110", 0 },
        { "token-expires-while-polling", "168102 168101 168110", 1 },
        { "transfer-mid-call", "168101 168106 168110", 0 },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    [Shows("1/after-token-error-client")]
    public async Task The_documents_own_requests_see_the_scenario(string scenario, string events, int renewals)
    {
        await using var cecsim = await CecSimProcess.ServeAsync(
            "--scenario", ScenarioFolder.PathOf(scenario), "--rate", "60");

        string[] special = scenario switch
        {
            // Only a customer ends the call of a scenario that ends with the connection.
            "connect-at-once" => ["--drop-after", "168101"],
            "call-then-chat" => ["--sequence", "call-then-chat"],
            "busy-queue-with-ten-callers" => ["--sequence", "voice"],
            _ => [],
        };
        var (exitCode, seen) = await PlaceCallAsync(["--base", cecsim.Address.ToString(), .. special]);

        var end = seen[^1];
        Assert.Equal("end", (string?)end["step"]);
        Assert.Equal(events, string.Join(' ', end["events"]!.AsArray()));
        Assert.Equal(renewals, (int?)end["renewals"]);
        Assert.Equal(0, exitCode);
        await NothingWasWrongAsync(cecsim.Address);
    }

    /// <summary>Section 4.2: a voice call alone, text and then a call, a call and then text.</summary>
    [Theory]
    [InlineData("voice", "checkClickToCallSupport createClickToCall event dropClickToCall event")]
    [InlineData("chat-then-call", "send checkClickToCallSupport createClickToCall event dropClickToCall event")]
    [InlineData("call-then-chat", "checkClickToCallSupport createClickToCall event send dropClickToCall event")]
    [Shows(
        "4.1/content-start", "5/order", "5/text-then-call",
        "5/call-then-text")]
    public async Task The_three_sequences_of_the_document_run_word_for_word(string sequence, string steps)
    {
        await using var cecsim = await CecSimProcess.ServeAsync("--rate", "60");

        var (exitCode, seen) = await PlaceCallAsync(
            ["--base", cecsim.Address.ToString(), "--sequence", sequence, "--drop-after", "168101"]);

        Assert.Equal(0, exitCode);
        Assert.Equal("168101 168110", string.Join(' ', seen[^1]["events"]!.AsArray()));
        Assert.Equal(
            $"tokenByAkSk applyToken {steps} end",
            string.Join(' ', seen.Select(s => (string?)s["step"]).Where(s => s != "empty")));
        await NothingWasWrongAsync(cecsim.Address);
    }

    /// <summary>What createClickToCall refuses, the document's client takes for the end.</summary>
    [Theory]
    [InlineData("no-agents", "No agents available currently")]
    [InlineData("outside-hours", "outside the working hours")]
    public async Task A_refused_call_ends_the_documents_client(string scenario, string why)
    {
        await using var cecsim = await CecSimProcess.ServeAsync("--scenario", ScenarioFolder.PathOf(scenario));

        var (exitCode, seen) = await PlaceCallAsync(["--base", cecsim.Address.ToString(), "--sequence", "voice"]);

        Assert.Equal(1, exitCode);
        var failed = seen.Single(s => (string?)s["step"] == "failed");
        Assert.Contains(why, (string?)failed["why"], StringComparison.Ordinal);
    }

    // The document's own client must not be found in what the document forbids.
    private static async Task NothingWasWrongAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var report = JsonNode.Parse(
            await http.GetStringAsync("/_cecsim/findings", TestContext.Current.CancellationToken))!;
        var findings = report["spaces"]!.AsArray().SelectMany(s => s!["findings"]!.AsArray()).ToList();
        Assert.DoesNotContain(findings, f => (string?)f!["level"] is "warning" or "error");
    }

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
