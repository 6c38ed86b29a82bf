using System.Net.Http.Json;

namespace CecSim.ControlClient.Tests;

/// <summary>Journal and findings through the client, against a real server.</summary>
public sealed class JournalControlTests
{
    private const string TokenPath = "/apigovernance/api/oauth/tokenByAkSk";
    private const string CheckPath = "/apiaccess/ccmessaging/v1/checkClickToCallSupport";

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_found_with_all_that_is_known_of_them()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await AskAsync(cec.Space);
        var journal = cec.Space.Control.Journal;

        var page = await journal.SearchAsync(
            new JournalQuery { Operation = "checkClickToCallSupport", Status = 403, Text = "channel=WEB & more" },
            cancellationToken: TestEnds);
        Assert.Equal(0, page.Count);

        page = await journal.SearchAsync(
            new JournalQuery { Path = CheckPath, Method = "GET", Text = "Channel=web" }, cancellationToken: TestEnds);
        var entry = Assert.Single(page.Entries);
        Assert.Equal(("2", 403, "accessTokenMissing"), (entry.Id, entry.Response?.Status, entry.Refusal));
        Assert.Contains(entry.Request.Headers, h => h.Name == "x-app-key" && h.Value == cec.Space.AppKey);
        Assert.Equal(["Authorization is missing", "ccmessaging-token is missing"], entry.Wrong);
        Assert.False(entry.OfFault || entry.CutShort);
        Assert.Empty(entry.Faults);

        Assert.Equal(["1"], (await journal.SearchAsync(limit: 1, after: "0", cancellationToken: TestEnds)).Entries
            .Select(e => e.Id));
        var since = new JournalQuery { Since = entry.At, Until = entry.At };
        Assert.Equal(2, (await journal.SearchAsync(since, cancellationToken: TestEnds)).Count);
    }

    [Fact]
    public async Task An_entry_is_explained_with_its_rules()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await AskAsync(cec.Space);

        var explained = await cec.Space.Control.Journal.ExplainAsync("2", TestEnds);

        Assert.Equal("4.1", explained.Wrong[0].Section);
        Assert.Contains("the first of 2 things", explained.Decided, StringComparison.Ordinal);
        Assert.StartsWith($"2: GET {CheckPath}", explained.Text, StringComparison.Ordinal);
        Assert.Equal("2", explained.Entry.Id);
        var unknown = await Assert.ThrowsAsync<ControlProblemException>(
            () => cec.Space.Control.Journal.ExplainAsync("9", TestEnds));
        Assert.Equal("urn:cecsim:problem:entry-unknown", unknown.Type);
    }

    [Fact]
    public async Task Claims_are_judged()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await AskAsync(cec.Space);
        var journal = cec.Space.Control.Journal;

        Assert.True((await journal.VerifyAsync(
            new JournalClaim { Operation = "checkClickToCallSupport", Times = 1 }, TestEnds)).Holds);
        var verdict = await journal.VerifyAsync(new JournalClaim { Status = 200, AtLeast = 2, AtMost = 3 }, TestEnds);
        Assert.Equal((VerdictOutcome.DoesNotHold, 1), (verdict.Outcome, verdict.Count));
        Assert.Equal(["status is 403, not 200"], verdict.Nearest[1].Differences);
    }

    [Fact]
    public async Task The_archive_is_JSON_and_a_cleared_journal_is_empty()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await AskAsync(cec.Space);
        var journal = cec.Space.Control.Journal;

        var har = JsonNode.Parse(await journal.ReadHarAsync(new JournalQuery { Status = 403 }, TestEnds))!;
        Assert.Equal("2", (string?)Assert.Single(har["log"]!["entries"]!.AsArray())!["_cecsimId"]);

        await journal.ClearAsync(TestEnds);
        Assert.Empty((await journal.SearchAsync(cancellationToken: TestEnds)).Entries);
    }

    [Fact]
    public async Task Findings_are_listed_until_the_journal_is_reset()
    {
        await using var cec = await CecSimulator.StartAsync(cancellationToken: TestEnds);
        await AskAsync(cec.Space, "no-bearer");
        var space = cec.Space.Control;

        var finding = Assert.Single(await space.ListFindingsAsync(TestEnds));
        Assert.Equal(("bearer-missing", FindingLevel.Error, 1L), (finding.Code, finding.Level, finding.Count));
        Assert.Equal("2", Assert.Single(finding.Cases).Entry);

        await space.ResetAsync(ResetScope.State, TestEnds);
        Assert.Single(await space.ListFindingsAsync(TestEnds));
        await space.ResetAsync(ResetScope.Journal, TestEnds);
        Assert.Empty(await space.ListFindingsAsync(TestEnds));
        Assert.Empty((await space.Journal.SearchAsync(cancellationToken: TestEnds)).Entries);
    }

    private static async Task AskAsync(CecSpace space, string? authorization = null)
    {
        using var http = new HttpClient { BaseAddress = space.Address };
        using var token = await http.PostAsJsonAsync(
            TokenPath,
            new JsonObject { ["app_key"] = space.AppKey, ["app_secret"] = space.AppSecret },
            TestEnds);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{CheckPath}?channel=WEB");
        request.Headers.Add("x-app-key", space.AppKey);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await http.SendAsync(request, TestEnds);
    }
}
