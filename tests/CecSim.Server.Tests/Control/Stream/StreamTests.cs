using CecSim.Server.Spaces.EventStream;
using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control.Stream;

/// <summary>What happens in a space, as it happens. Read from the wire.</summary>
public sealed class StreamTests
{
    private static readonly SpaceSettings OneAgent = new()
    {
        Queues = [new() { Name = "voice", Type = QueueType.VoiceClickToDial }],
        Agents = [new() { WorkNo = 1001 }],
    };

    [Fact]
    public async Task Every_request_is_told_as_the_journal_has_it()
    {
        await using var cec = await StartAsync();
        using var stream = await SseReader.FollowAsync(cec);
        Assert.Equal("text/event-stream", stream.ContentType);

        await cec.SignInAsync();

        var told = (await stream.NextAsync("request"))["entry"]!;
        var kept = (await new ControlApiClient(cec.Http).GetAsync("spaces/demo/journal"))["entries"][0]!;
        Assert.True(JsonNode.DeepEquals(kept, told), $"Expected\n{kept}\ngot\n{told}");
        Assert.Equal("tokenByAkSk", (string?)told["operation"]);
        Assert.DoesNotContain(cec.Space.Settings.AppSecret, told.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_told_from_its_beginning_to_its_end()
    {
        await using var cec = await StartAsync(OneAgent);
        var client = await cec.SignInAsync();
        using var stream = await SseReader.FollowAsync(cec);

        await client.CreateAsync();
        await client.DropAsync();
        await new ControlApiClient(cec.Http).PostAsync("spaces/demo/reset", """{"scope":"faults"}""");

        Assert.Equal(
            [
                "call created", "agent ringing", "call connected", "callEvent 168101", "request createClickToCall",
                "call dropped", "agent ready", "call ended", "callEvent 168110", "request dropClickToCall",
                "reset faults",
            ],
            (await stream.UntilAsync("reset")).Select(Brief));
    }

    [Fact]
    public async Task A_poll_is_told_when_it_is_held_and_when_it_is_released()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        using var stream = await SseReader.FollowAsync(cec);

        var poll = await cec.HeldAsync(client.PollAsync());
        var held = await stream.NextAsync("pollHeld");
        await client.CreateAsync();
        await poll;
        var released = await stream.NextAsync("pollReleased");

        Assert.Equal(
            """
            {"at":"2026-01-05T09:00:00+00:00","poll":{"id":"clickToCall-1","kind":"clickToCall","userId":"u1",
            "channelId":"202403010000000001","since":"2026-01-05T09:00:00+00:00","due":"2026-01-05T09:00:10+00:00",
            "connectionAborted":false}}
            """.ReplaceLineEndings(""),
            held.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(
            ("clickToCall-1", 1), ((string?)released["poll"]!["id"], (int)released["events"]!));
    }

    [Fact]
    public async Task A_chat_poll_and_one_that_runs_out_are_told_too()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();
        using var stream = await SseReader.FollowAsync(cec);

        var poll = await cec.HeldAsync(client.PollChatAsync());
        await cec.AdvanceAsync(60);
        await poll;

        Assert.Equal("chat-2", (string?)(await stream.NextAsync("pollHeld"))["poll"]!["id"]);
        Assert.Equal(0, (int)(await stream.NextAsync("pollReleased"))["events"]!);
    }

    [Fact]
    public async Task What_a_client_does_wrong_is_told_at_once()
    {
        await using var cec = await StartAsync();
        var client = await cec.SignInAsync();
        using var stream = await SseReader.FollowAsync(cec);

        await cec.HeldAsync(client.PollAsync());
        await cec.HeldAsync(client.PollAsync(), waiting: 1);

        var finding = (await stream.NextAsync("finding"))["finding"]!;
        Assert.Equal(("u1", "warning"), ((string?)finding["user"], (string?)finding["level"]));
        Assert.Contains("poll", (string?)finding["code"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_reset_the_events_of_the_new_space_follow()
    {
        await using var cec = await StartAsync();
        using var stream = await SseReader.FollowAsync(cec);
        await (await cec.SignInAsync()).CreateAsync();
        await stream.UntilAsync("callEvent");

        await new ControlApiClient(cec.Http).PostAsync("spaces/demo/reset", """{"scope":"all"}""");
        await (await cec.SignInAsync("again")).CreateAsync();

        var all = await stream.UntilAsync("callEvent");
        Assert.Equal("all", (string?)Assert.Single(all, n => n.Name == "reset").Body["reset"]);
        Assert.Equal(
            ["again created", "again connected"],
            all.Where(n => n.Name == "call").Select(n => $"{n.Body["call"]!["userId"]} {n.Body["call"]!["state"]}"));
    }

    [Fact]
    public async Task The_end_of_the_space_is_the_end_of_its_stream()
    {
        await using var cec = await StartAsync();
        using var stream = await SseReader.FollowAsync(cec);

        await new ControlApiClient(cec.Http).DeleteAsync("spaces/demo");

        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_and_does_not_wait_for_them()
    {
        await using var cec = await StartAsync();
        using var stream = await SseReader.FollowAsync(cec);

        await cec.StopAsync();

        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Only_so_many_follow_and_who_leaves_makes_room()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);
        var readers = new List<SseReader>();
        for (var i = 0; i < Subscribers.CountMax; i++)
        {
            readers.Add(await SseReader.FollowAsync(cec));
        }

        (await control.GetAsync("spaces/demo/stream")).MustBeProblem(409, "too-many-followers");
        readers.ForEach(p => p.Dispose());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (cec.Space.Events.HasSubscriber && !limit.IsCancellationRequested)
        {
            // The server notices on its own time.
            await control.GetAsync("health/live");
        }

        Assert.False(cec.Space.Events.HasSubscriber);
        (await SseReader.FollowAsync(cec)).Dispose();
    }

    [Fact]
    public async Task Whoever_may_not_use_the_control_api_may_not_follow()
    {
        await using var cec = await StartAsync();
        var control = new ControlApiClient(cec.Http);

        (await control.AskAsync(HttpMethod.Get, "spaces/demo/stream", null, ("Host", "evil.example")))
            .MustBeProblem(403, "host-foreign");
        (await control.AskAsync(HttpMethod.Get, "spaces/demo/stream", null, ("Origin", "http://evil.example")))
            .MustBeProblem(403, "origin-foreign");
        (await control.GetAsync("spaces/nix/stream")).MustBeProblem(404, "space-unknown");
        Assert.False(cec.Space.Events.HasSubscriber);
    }

    private static string Brief((string Name, JsonNode Body) item) => item.Name switch
    {
        "call" => $"call {item.Body["call"]!["state"]}",
        "callEvent" => $"callEvent {item.Body["callEvent"]!["event"]!["eventId"]}",
        "agent" => $"agent {item.Body["agent"]!["state"]}",
        "request" => $"request {item.Body["entry"]!["operation"]}",
        "reset" => $"reset {item.Body["reset"]}",
        var name => name,
    };
}
