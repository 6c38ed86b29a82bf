using System.Net;
using System.Text.Json;

namespace CecSim.ControlClient.Tests;

/// <summary>What the client asks of a whole server, against a real one.</summary>
public sealed class ServerControlTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_is_live_until_it_is_gone()
    {
        var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var control = new CecSimControl(cec.Address);

        Assert.True(await control.IsLiveAsync(TestEnds));
        await cec.DisposeAsync();
        Assert.False(await control.IsLiveAsync(TestEnds));
    }

    [Fact]
    public async Task What_a_server_costs_is_read_with_what_went_wrong_in_it()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);

        var before = await cec.Control.ReadProcessAsync(cancellationToken: TestEnds);
        var collected = await cec.Control.ReadProcessAsync(collect: true, TestEnds);

        Assert.True(before.ManagedBytes > 0 && before.ResidentBytes > before.ManagedBytes);
        Assert.True(collected.CpuMilliseconds >= before.CpuMilliseconds);
        Assert.Equal((0, 0), (collected.HeldPolls, collected.Gateway.MediaCalls));
        Assert.Empty(collected.Failures);
    }

    [Fact]
    public async Task Latencies_of_a_server_without_events_are_none()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);

        var events = (await cec.Control.ReadLatencyAsync(TestEnds)).Events;

        Assert.Equal((0, 0), (events.Count, events.Buckets.Sum(b => b.Count)));
        Assert.Null(events.Within(0.99));
    }

    [Fact]
    public void A_share_of_latencies_lies_within_the_bucket_that_completes_it()
    {
        var counts = new LatencyCounts(
            100,
            SumMicroseconds: 5_000,
            [new LatencyBucket(10, 50), new LatencyBucket(20, 49), new LatencyBucket(900, 1)]);

        Assert.Equal(
            (double[])[10, 10, 20, 20, 900],
            new[] { 0, 0.5, 0.501, 0.99, 1 }.Select(s => counts.Within(s)!.Value.TotalMicroseconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Within(1.01));
    }

    [Fact]
    public async Task Claims_are_found_by_section_and_basis()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);

        var claims = await cec.Control.ListClaimsAsync("5.3", "documented", TestEnds);

        Assert.Contains(claims, c => c.Id == "5.3/route" && c.Tests.Count > 0);
        Assert.All(claims, c => Assert.StartsWith("documented", c.Basis, StringComparison.Ordinal));
        Assert.True(claims.Count < (await cec.Control.ListClaimsAsync(cancellationToken: TestEnds)).Count);
        Assert.Empty(await cec.Control.ListClaimsAsync("no such", cancellationToken: TestEnds));
    }

    [Fact]
    public async Task A_space_is_exported_and_made_again_with_what_had_happened_in_it()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var mine = await cec.Control.CreateSpaceAsync(
            new NewSpace { Name = "mine", Clock = StartClock.Frozen }, TestEnds);
        var space = cec.Control.Space("mine");
        await space.Agent(1001).NotReadyAsync(200, TestEnds);
        await space.AdvanceAsync(TimeSpan.FromMinutes(1), TestEnds);

        var snapshot = await space.ExportAsync(TestEnds);
        var taken = await Assert.ThrowsAsync<ControlProblemException>(
            () => cec.Control.ImportSpaceAsync(snapshot, TestEnds));
        await space.DeleteAsync(TestEnds);
        var again = await cec.Control.ImportSpaceAsync(snapshot, TestEnds);

        Assert.Equal("urn:cecsim:problem:name-taken", taken.Type);
        Assert.Equal((mine.Name, mine.AppSecret), (again.Name, again.AppSecret));
        Assert.Equal(mine.Clock.Now.AddMinutes(1), again.Clock.Now);
        Assert.Equal(AgentState.NotReady, (await space.ListAgentsAsync(TestEnds))[0].State);
    }

    [Fact]
    public async Task What_is_no_exported_space_is_not_taken_as_one()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);

        await Assert.ThrowsAnyAsync<JsonException>(() => cec.Control.ImportSpaceAsync("{", TestEnds));
        var refused = await Assert.ThrowsAsync<ControlProblemException>(
            () => cec.Control.ImportSpaceAsync("""{"version":1}""", TestEnds));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Requests_of_no_space_have_a_journal_and_findings_of_their_own()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        using var http = new HttpClient { BaseAddress = cec.Address };
        using var lost = await http.GetAsync(new Uri("/apiaccess/nowhere", UriKind.Relative), TestEnds);
        var journal = cec.Control.Journal;

        var entry = Assert.Single((await journal.SearchAsync(cancellationToken: TestEnds)).Entries);
        Assert.EndsWith("/apiaccess/nowhere", entry.Request.Url, StringComparison.Ordinal);
        Assert.Equal(entry.Id, (await journal.ExplainAsync(entry.Id, TestEnds)).Id);
        Assert.True((await journal.VerifyAsync(new JournalClaim { Times = 1 }, TestEnds)).Holds);
        var har = JsonNode.Parse(await journal.ReadHarAsync(cancellationToken: TestEnds))!;
        Assert.Single(har["log"]!["entries"]!.AsArray());
        var findings = await cec.Control.ListFindingsAsync(TestEnds);
        Assert.Equal([cec.Space.Control.Name, null], findings.Select(f => f.Space));
        Assert.NotEmpty(findings[^1].Watched);
        await journal.ClearAsync(TestEnds);
        Assert.Empty((await journal.SearchAsync(cancellationToken: TestEnds)).Entries);
    }

    [Fact]
    public async Task A_provider_state_is_set_up_and_torn_down()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        var pact = cec.Control.Pact;
        var ofAnn = new JsonObject { ["space"] = cec.Space.Control.Name, ["userId"] = "ann" };

        var states = await pact.ListStatesAsync(TestEnds);
        var values = await pact.SetUpAsync("a call waits in a queue", ofAnn, TestEnds);

        Assert.Contains("userId", states.CommonParams.Select(p => p.Name));
        Assert.Contains("appKey", states.CommonValues);
        Assert.Contains("a call waits in a queue", states.States.Select(s => s.Name));
        Assert.Equal(cec.Space.AppKey, (string?)values["appKey"]);
        var space = cec.Space.Control;
        Assert.Equal("ann", Assert.Single(await space.ListCallsAsync(TestEnds)).UserId);
        await pact.TearDownAsync("a call waits in a queue", ofAnn, TestEnds);
        Assert.Empty(await space.ListCallsAsync(TestEnds));
        var unknown = await Assert.ThrowsAsync<ControlProblemException>(
            () => pact.SetUpAsync("a call waits in a cue", cancellationToken: TestEnds));
        Assert.Equal("urn:cecsim:problem:state-unknown", unknown.Type);
        Assert.Contains("did you mean", unknown.Detail, StringComparison.Ordinal);
    }
}
