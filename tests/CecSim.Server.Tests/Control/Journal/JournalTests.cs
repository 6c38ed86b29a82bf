using CecSim.Simulation.Journal;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Control.Journal;

/// <summary>What came in and what went out, read from the wire.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task A_request_stands_there_with_all_that_is_known_of_it()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Faults =
            [
                new FaultRule(
                    CecOperation.CreateClickToCall, FaultWhen.Always, new ResultCodeAnswer("13", "connect failed")),
            ],
        });
        var client = await cec.SignInAsync();

        var answer = await client.CreateAsync();

        var entry = (await cec.JournalAsync())[^1];
        Assert.Equal(answer.Header("X-CecSim-Id"), (string?)entry["id"]);
        Assert.Equal("2026-01-05T09:00:00+00:00", (string?)entry["at"]);
        Assert.Equal("createClickToCall", (string?)entry["operation"]);
        Assert.Equal("u1", (string?)entry["user"]);
        Assert.Equal("POST", (string?)entry["request"]!["method"]);
        Assert.Equal(cec.Http.BaseAddress + CreatePath[1..], (string?)entry["request"]!["url"]);
        Assert.Equal("""{"channel":"WEB","mediaAbility":"0"}""", (string?)entry["request"]!["body"]!["text"]);
        Assert.Equal(36, (int)entry["request"]!["body"]!["bytes"]!);
        Assert.Equal(200, (int)entry["response"]!["status"]!);
        Assert.Equal("13", (string?)entry["response"]!["resultCode"]);
        Assert.Equal(answer.Body, (string?)entry["response"]!["body"]!["text"]);
        Assert.Equal("inferred", (string?)entry["basis"]);
        Assert.Equal("resultCode", (string?)entry["faults"]![0]);
        Assert.True((bool)entry["ofFault"]!);
        Assert.Empty(entry["wrong"]!.AsArray());
        Assert.False((bool)entry["cutShort"]!);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_600)]
    public async Task A_held_poll_tells_how_long_whatever_time_is_leapt_over(double seconds)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(seconds);
        await poll;

        Assert.Equal(10_000, (double)(await cec.JournalAsync())[^1]["heldMs"]!);
    }

    [Fact]
    public async Task A_held_poll_that_a_fault_delayed_was_answered_so_long_after_it_came_as_its_entry_says()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await new ControlApiClient(cec.Http).PostAsync(
            "spaces/demo/faults", """{"at":"getClickToCallEvents","inject":{"delay":"2s"}}""");
        var poll = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(2);
        await cec.HeldAsync(poll);
        await cec.AdvanceAsync(10);
        await poll;

        Assert.Equal(12_000, (double)(await cec.JournalAsync())[^1]["heldMs"]!);
    }

    [Fact]
    public async Task A_client_that_hung_up_got_no_answer()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(TestCec.TestEnds);
        var poll = await cec.HeldAsync(client.AskAsync(HttpMethod.Get, EventsPath, null, ends: hangUp.Token));
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);

        // The server's end is the end of what it had to write down.
        await cec.StopAsync();
        var entry = cec.Space.Journal.Read().Entries[^1];
        Assert.Equal(JournalEntry.NoAnswer, entry.Status);
        Assert.True(entry.IsCutShort);
    }

    [Theory]
    [InlineData("", "tokenByAkSk applyToken checkClickToCallSupport createClickToCall send")]
    [InlineData("?operation=send", "send")]
    [InlineData("?user=u1", "applyToken checkClickToCallSupport createClickToCall send")]
    [InlineData("?user=u2", "")]
    [InlineData("?status=400", "send")]
    [InlineData("?text=MEDIAABILITY", "createClickToCall")]
    [InlineData("?since=2026-01-05T09:00:10Z", "createClickToCall send")]
    [InlineData("?until=2026-01-05T09:00:09Z", "tokenByAkSk applyToken checkClickToCallSupport")]
    [InlineData("?limit=2", "createClickToCall send")]
    [InlineData("?after=2&limit=1", "checkClickToCallSupport")]
    public async Task It_can_be_searched(string query, string operations)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        await cec.AdvanceAsync(10);
        await client.CreateAsync();
        await client.PostAsync(SendPath, "{}");

        var found = await cec.JournalAsync(query);

        Assert.Equal(operations, string.Join(' ', found.Select(e => (string?)e["operation"])));
    }

    [Theory]
    [InlineData("?operatoin=send", "'operatoin' is unknown")]
    [InlineData("?operation=Send", "operation must be an operation")]
    [InlineData("?status=x&limit=-1", "status must be a number; limit must be 0 or more")]
    public async Task A_search_that_is_wrong_is_refused_with_all_that_is_wrong(string query, string why)
    {
        await using var cec = await TestCec.StartAsync();

        using var response = await cec.Http.GetAsync($"{ControlAnswers.Space}/journal{query}", TestCec.TestEnds);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(why, await response.Content.ReadAsStringAsync(TestCec.TestEnds), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dropped_is_counted_and_what_is_deleted_is_gone()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Journal = new() { EntriesMax = 3 } });
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        await client.CheckAsync();

        var page = await cec.ReadAsync($"{ControlAnswers.Space}/journal");
        Assert.Equal("2 3 4", string.Join(' ', page["entries"]!.AsArray().Select(e => (string?)e!["id"])));
        Assert.Equal(1, (int)page["dropped"]!);

        using var deleted = await cec.Http.DeleteAsync($"{ControlAnswers.Space}/journal", TestCec.TestEnds);
        Assert.Equal(204, (int)deleted.StatusCode);
        var empty = await cec.ReadAsync($"{ControlAnswers.Space}/journal");
        Assert.Equal(0, (int)empty["count"]!);
        Assert.Equal(0, (int)empty["dropped"]!);
    }

    [Fact]
    public async Task Requests_of_no_space_stand_in_the_servers_own_journal()
    {
        await using var cec = await TestCec.StartAsync();
        var client = new CecClient(cec.Http, new SpaceSettings()) { AppKey = "nobody" };

        var answer = await client.CheckAsync();
        await client.GetAsync("/nowhere");

        Assert.Empty(await cec.JournalAsync());
        Assert.Equal("server-1", answer.Header("X-CecSim-Id"));
        var page = await cec.ReadAsync("/_cecsim/journal");
        Assert.Equal("appKeyUnknown", (string?)page["entries"]![0]!["refusal"]);
        Assert.EndsWith("/nowhere", (string?)page["entries"]![1]!["request"]!["url"], StringComparison.Ordinal);
        var explained = await cec.ReadAsync("/_cecsim/explain/server-1");
        Assert.Contains("x-app-key", (string?)explained["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_of_nobody_with_a_known_app_key_stands_in_the_journal_of_its_space()
    {
        await using var cec = await TestCec.StartAsync();
        await new CecClient(cec.Http, cec.Space.Settings).GetAsync("/nowhere");

        Assert.Equal(404, (int)Assert.Single(await cec.JournalAsync())["response"]!["status"]!);
    }

    [Fact]
    public async Task Without_a_journal_nobody_pretends_that_nothing_happened()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { Journal = false });
        var client = await cec.SignInAsync();
        Assert.Null((await client.CheckAsync()).Header("X-CecSim-Id"));

        foreach (var path in (string[])["journal", "findings", "explain/1", "journal/har"])
        {
            using var response = await cec.Http.GetAsync($"{ControlAnswers.Space}/{path}", TestCec.TestEnds);
            Assert.Equal(409, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task An_unknown_space_is_not_found()
    {
        await using var cec = await TestCec.StartAsync();

        using var response = await cec.Http.GetAsync("/_cecsim/spaces/nobody/journal", TestCec.TestEnds);

        Assert.Equal(404, (int)response.StatusCode);
    }
}
