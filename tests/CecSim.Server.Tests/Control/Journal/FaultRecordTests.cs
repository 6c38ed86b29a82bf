using static CecSim.Server.Tests.CecClient;
using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Control.Journal;

/// <summary>What a fault sent, or kept back, stands in the journal, and which fault it was.</summary>
public sealed class FaultRecordTests
{
    private static readonly FaultWhen Once = new() { Nth = 1 };

    public static TheoryData<Fault, string, int> Answering => new()
    {
        { new StatusAnswer(503), "status", 503 },
        { new StatusAnswer(418, "teapot"), "status", 418 },
        { new TooManyRequests(TimeSpan.FromSeconds(5)), "tooManyRequests", 429 },
        { new ResultCodeAnswer("13"), "resultCode", 200 },
    };

    [Theory, MemberData(nameof(Answering))]
    public async Task An_answer_of_a_fault_is_none_of_the_requests_doing(Fault fault, string name, int status)
    {
        await using var cec = await TestCec.StartAsync(AtCheck(fault));
        var client = await cec.SignInAsync();
        client.Authorization = "no bearer";

        var answer = await client.CheckAsync();

        var entry = (await cec.JournalAsync())[^1];
        Assert.Equal(status, (int)entry["response"]!["status"]!);
        Assert.Equal(answer.Body, (string?)entry["response"]!["body"]!["text"]);
        Assert.Equal(name, (string?)Assert.Single(entry["faults"]!.AsArray()));
        Assert.True((bool)entry["ofFault"]!);
        Assert.Empty(entry["wrong"]!.AsArray());
        Assert.Equal(
            $"The fault {name} struck and gave the answer; nobody looked at the request.",
            await DecidedAsync(cec, entry));
    }

    [Theory]
    [InlineData("emptyResponse")]
    [InlineData("connectionReset")]
    [InlineData("garbage")]
    public async Task A_broken_connection_is_no_answer(string name)
    {
        await using var cec = await TestCec.StartAsync(AtCheck(name switch
        {
            "emptyResponse" => new EmptyResponse(),
            "connectionReset" => new ConnectionReset(),
            _ => new Garbage(),
        }));
        var client = await cec.SignInAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(client.CheckAsync);

        var entry = (await cec.JournalAsync())[^1];
        Assert.True((bool)entry["cutShort"]!);
        Assert.Equal(name, (string?)Assert.Single(entry["faults"]!.AsArray()));
        Assert.Equal(name == "garbage" ? 256 : null, (int?)entry["response"]?["body"]!["bytes"]);
        Assert.Equal(name == "garbage" ? 0 : null, (int?)entry["response"]?["status"]);
        Assert.StartsWith($"The fault {name} struck, and ", await DecidedAsync(cec, entry), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncate")]
    [InlineData("malformedChunk")]
    public async Task Of_half_an_answer_half_is_there(string name)
    {
        await using var cec = await TestCec.StartAsync(
            AtCheck(name == "truncate" ? new Truncate() : new MalformedChunk()));
        var client = await cec.SignInAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(client.CheckAsync);

        var entry = (await cec.JournalAsync())[^1];
        Assert.True((bool)entry["cutShort"]!);
        Assert.Equal(200, (int)entry["response"]!["status"]!);
        Assert.Equal(CheckBody[..(CheckBody.Length / 2)], (string?)entry["response"]!["body"]!["text"]);
        Assert.Equal($"The fault {name} struck: the answer did not arrive whole.", await DecidedAsync(cec, entry));
    }

    [Fact]
    public async Task A_hang_is_no_answer_of_a_fault_and_not_of_the_client()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new Hang()));
        var client = await cec.SignInAsync();
        using var givesUp = CancellationTokenSource.CreateLinkedTokenSource(TestCec.TestEnds);
        var hanging = await cec.HeldAsync(client.AskAsync(HttpMethod.Get, CheckPath, null, ends: givesUp.Token));
        await givesUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);

        // The server's end is the end of what it had to write down.
        await cec.StopAsync();
        var entry = cec.Space.Journal.Read().Entries[^1];
        Assert.Equal(["hang"], entry.Faults);
        Assert.Equal(0, entry.Status);
        Assert.True(entry.IsCutShort);
    }

    [Fact]
    public async Task A_fault_that_lets_the_request_through_stands_beside_the_answer()
    {
        await using var cec = await TestCec.StartAsync(
            AtCheck(new Delay(new DelayTime.Fixed(TimeSpan.FromSeconds(2))), new Dribble(2, TimeSpan.FromSeconds(1))));
        var client = await cec.SignInAsync();
        var check = await cec.HeldAsync(client.CheckAsync());
        await cec.AdvanceAsync(3);
        await check;

        var entry = (await cec.JournalAsync())[^1];
        Assert.Equal(["delay", "dribble"], entry["faults"]!.AsArray().Select(f => (string?)f));
        Assert.Equal(CheckBody, (string?)entry["response"]!["body"]!["text"]);
        Assert.False((bool)entry["ofFault"]!);
        Assert.False((bool)entry["cutShort"]!);
        Assert.Equal(
            "The fault delay, dribble struck; nothing was wrong with the request.", await DecidedAsync(cec, entry));
    }

    [Fact]
    public async Task The_content_type_of_a_fault_is_the_one_that_went_out()
    {
        await using var cec = await TestCec.StartAsync(AtCheck(new ContentType("text/html")));
        var client = await cec.SignInAsync();
        await client.CheckAsync();

        var entry = (await cec.JournalAsync())[^1];
        Assert.Equal("contentType", (string?)Assert.Single(entry["faults"]!.AsArray()));
        Assert.Contains(
            entry["response"]!["headers"]!.AsArray(),
            h => (string?)h!["name"] == "Content-Type" && (string?)h["value"] == "text/html");
        Assert.Equal(
            "The fault contentType struck; nothing was wrong with the request.", await DecidedAsync(cec, entry));
    }

    [Fact]
    public async Task A_fault_of_events_stands_at_the_poll_that_it_struck()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Connected()], Once, new DuplicateEvent()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        await client.PollAsync();

        var polls = await cec.JournalAsync("?operation=getClickToCallEvents");

        Assert.Equal("duplicateEvent", (string?)Assert.Single(polls[0]["faults"]!.AsArray()));
        Assert.Empty(polls[1]["faults"]!.AsArray());
    }

    [Fact]
    public async Task An_event_that_a_fault_took_along_was_never_sent()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Queued()], Once, new DropConnectionAfterTakingEvent()));
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(client.PollAsync);

        var entry = (await cec.JournalAsync())[^1];
        Assert.Equal("dropConnectionAfterTakingEvent", (string?)Assert.Single(entry["faults"]!.AsArray()));
        Assert.Null(entry["response"]);
        Assert.True((bool)entry["cutShort"]!);
    }

    [Fact]
    public async Task A_poll_that_was_cut_by_hand_says_so()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        Assert.Equal(204, (await new ControlApiClient(cec.Http).DeleteAsync("spaces/demo/polls/clickToCall-1")).Status);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => poll);
        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);

        await cec.StopAsync();
        Assert.Equal(["cutByHand"], cec.Space.Journal.Read().Entries[^1].Faults);
    }

    private static async Task<string?> DecidedAsync(TestCec cec, JsonNode entry) =>
        (string?)(await cec.ReadAsync($"{ControlAnswers.Space}/explain/{entry["id"]}"))["decided"];
}
