using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

public sealed class PollTests
{
    private const string Polls = "spaces/demo/polls";

    [Fact]
    public async Task Some_of_many_polls_are_told_with_how_many_there_are()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var polls = new List<Task>();
        foreach (var user in new[] { "ann", "bob", "joanna" })
        {
            var client = await cec.SignInAsync(user);
            polls.Add(await cec.HeldAsync(client.PollAsync(), waiting: polls.Count + 1));
        }

        var some = await control.GetAsync($"{Polls}?text=ANN&limit=1");

        Assert.Equal("ann", (string?)Assert.Single(some["polls"]!.AsArray())!["userId"]);
        Assert.Equal(2, (int)some["total"]!);
        Assert.Equal(3, (int)(await control.GetAsync($"{Polls}?limit=0"))["total"]!);
        (await control.GetAsync($"{Polls}?limit=-1")).MustBeProblem(400, "bad-request");
        await cec.AdvanceAsync(10);
        await Task.WhenAll(polls);
    }

    [Fact]
    public async Task A_held_poll_is_told_with_whose_it_is_and_until_when()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var ann = await cec.SignInAsync("ann");
        var poll = ann.PollAsync();

        var held = await control.GetAsync($"{Polls}?waiting=1");

        held.MustBeJson(
            """
            {"polls":[{"id":"clickToCall-1","kind":"clickToCall","userId":"ann","channelId":"202403010000000001",
            "since":"2026-01-05T09:00:00+00:00","due":"2026-01-05T09:00:10+00:00","connectionAborted":false}],"total":1}
            """);
        await control.PostAsync($"{Polls}/clickToCall-1/release");
        await poll;
        (await control.GetAsync(Polls)).MustBeJson("""{"polls":[],"total":0}""");
    }

    [Fact]
    public async Task Polls_that_never_come_are_told_with_what_came_instead()
    {
        await using var cec = await StartAsync(new CecSimArgs { Spaces = [new()] }, real: new TenSecondsAtOnce());
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var refused = await new ControlApiClient(cec.Http).GetAsync($"{Polls}?waiting=1");

        refused.MustBeProblem(409, "not-waiting");
        var why = (string)refused["detail"]!;
        Assert.StartsWith("After 10 s 0 requests wait, not 1. The last that came: ", why, StringComparison.Ordinal);
        Assert.EndsWith("createClickToCall 200 0.", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_polls_has_the_limit_that_is_asked_for()
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).GetAsync($"{Polls}?waiting=2&within=PT0.02S");

        Assert.Equal(
            "After 0.02 s 0 requests wait, not 2. The journal has no request of this space.",
            (string?)refused["detail"]);
    }

    [Fact]
    public async Task A_wait_for_polls_that_is_over_leaves_nothing_with_the_space()
    {
        await using var cec = await StartAsync(new CecSimArgs { Spaces = [new()] }, real: new TenSecondsAtOnce());
        var control = new ControlApiClient(cec.Http);

        (await control.GetAsync($"{Polls}?waiting=1")).MustBeProblem(409, "not-waiting");
        Assert.Equal(0, cec.Space.Time.WatchesCount);

        Assert.Equal(200, (await control.GetAsync($"{Polls}?waiting=0&within=1h")).Status);
        Assert.Equal(0, cec.Space.Time.WatchesCount);

        using var hangsUp = CancellationTokenSource.CreateLinkedTokenSource(TestEnds);
        var waiting = cec.Http.GetAsync($"/_cecsim/{Polls}?waiting=1&within=1h", hangsUp.Token);
        await Eventually.IsTrueAsync("the wait", () => cec.Space.Time.WatchesCount == 1);
        await hangsUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Eventually.IsTrueAsync("the end of the wait", () => cec.Space.Time.WatchesCount == 0);
    }

    [Theory]
    [InlineData("waiting=-1", "0 or more")]
    [InlineData("waiting=1&within=0s", "within")]
    [InlineData("waiting=1&within=2h", "an hour at most")]
    [InlineData("waiting=1&within=soon", "within")]
    public async Task A_wait_that_makes_no_sense_is_refused(string query, string hint)
    {
        await using var cec = await StartAsync();

        var refused = await new ControlApiClient(cec.Http).GetAsync($"{Polls}?{query}");

        refused.MustBeProblem(400, "bad-request");
        Assert.Contains(hint, (string?)refused["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task A_released_poll_gets_the_documented_empty_answer(string? body)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        Assert.Equal(204, (await control.PostAsync($"{Polls}/clickToCall-1/release", body)).Status);

        Assert.Equal("""{"resultCode":"0","resultDesc":"ClickToCall polled without any events"}""", (await poll).Body);
        (await control.PostAsync($"{Polls}/clickToCall-1/release", body)).MustBeProblem(404, "poll-unknown");
    }

    [Theory]
    [InlineData("""{"event":168106}""", """{"resultCode":"0","resultDesc":"Call transfered","eventId":168106}""")]
    [InlineData(
        """{"event":200000}""",
        """{"resultCode":"0","resultDesc":"Call continue to poll events with unknown events","eventId":200000}""")]
    [InlineData(
        """{"event":168199,"resultDesc":"A new one"}""",
        """{"resultCode":"0","resultDesc":"A new one","eventId":168199}""")]
    public async Task A_poll_is_released_with_any_event_id(string body, string answer)
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        Assert.Equal(
            204, (await new ControlApiClient(cec.Http).PostAsync($"{Polls}/clickToCall-1/release", body)).Status);

        Assert.Equal(answer, (await poll).Body);
    }

    [Fact]
    public async Task A_poll_is_released_with_the_end_of_its_call()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var poll = await cec.HeldAsync(client.PollAsync());
        var id = (string)(await control.GetAsync(Polls))["polls"][0]!["id"]!;

        await control.PostAsync(
            $"{Polls}/{id}/release", """{"event":{"released":{"causeId":7,"causeDesc":"by hand"}}}""");

        Assert.Contains(
            "\"eventId\":168110,\"content\":{\"causeId\":7,\"causeDesc\":\"by hand\"}",
            (await poll).Body,
            StringComparison.Ordinal);
        Assert.Equal("ended", (string?)(await control.GetAsync("spaces/demo/calls"))["calls"][0]!["state"]);
        Assert.DoesNotContain(cec.Space.Agents.View, a => a.Caller is not null);
    }

    [Theory]
    [InlineData(
        """{"event":{"id":168199,"resultDesc":"Whispered","content":{"whisper":true}}}""",
        """{"resultCode":"0","resultDesc":"Whispered","eventId":168199,"content":{"whisper":true}}""")]
    [InlineData(
        """{"queued":{"resultCode":"9","resultDesc":"Wait a little"}}""",
        """{"resultCode":"9","resultDesc":"Wait a little","eventId":168102}""")]
    public async Task A_call_is_sent_an_event_in_words_of_its_own(string step, string answer)
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        await new ControlApiClient(cec.Http).PostAsync($"{Polls}/clickToCall-2/release", $$"""{"event":{{step}}}""");

        Assert.Equal(answer, (await poll).Body);
    }

    [Theory]
    [InlineData("""{"event":"released"}""", 409, "no-call")]
    [InlineData("""{"event":"hung"}""", 400, "bad-request")]
    [InlineData("""{"event":"silent"}""", 400, "bad-request")]
    [InlineData("""{"event":{"run":"refund"}}""", 400, "bad-request")]
    [InlineData("""{"event":{"repeat":{"times":2,"steps":["queued"]}}}""", 400, "bad-request")]
    [InlineData("""{"event":0}""", 400, "bad-request")]
    [InlineData("""{"event":1.5}""", 400, "bad-request")]
    [InlineData("""{"evnt":1}""", 400, "bad-request")]
    public async Task What_a_poll_cannot_bring_is_a_problem_and_leaves_it_held(string body, int status, string code)
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        (await control.PostAsync($"{Polls}/clickToCall-1/release", body)).MustBeProblem(status, code);

        Assert.Single((await control.GetAsync(Polls))["polls"].AsArray());
        await control.PostAsync($"{Polls}/clickToCall-1/release");
        await poll;
    }

    [Fact]
    public async Task A_chat_poll_is_released_with_a_text()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();
        var poll = await cec.HeldAsync(client.PollChatAsync());
        var held = (await control.GetAsync(Polls))["polls"][0]!;
        Assert.Equal("chat", (string?)held["kind"]);

        await control.PostAsync($"{Polls}/{held["id"]}/release", """{"event":"Grüße"}""");

        Assert.Contains("\"content\":\"Grüße\"", (await poll).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poll_that_is_cut_off_leaves_its_event_to_the_next()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var client = await cec.SignInAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        Assert.Equal(204, (await control.DeleteAsync($"{Polls}/clickToCall-1")).Status);

        await Assert.ThrowsAsync<HttpRequestException>(() => poll);
        await control.GetAsync($"{Polls}?waiting=0");
        await client.CreateAsync();
        Assert.Contains("168101", (await client.PollAsync()).Body, StringComparison.Ordinal);
        (await control.DeleteAsync($"{Polls}/clickToCall-1")).MustBeProblem(404, "poll-unknown");
    }

    private sealed class TenSecondsAtOnce : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == TimeSpan.FromSeconds(10) ? TimeSpan.Zero : dueTime, period);
    }
}
