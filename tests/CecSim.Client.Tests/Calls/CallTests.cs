using CecSim.ControlClient;

namespace CecSim.Client.Tests.Calls;

public sealed class CallTests
{
    private const string Story = """
        name: story
        about: Queued, connected, and hung up by the agent.
        calls:
          - script: [queued, { wait: 3s }, connected, { wait: 5s }, released: { causeId: 8, causeDesc: gone }]
        """;

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_told_from_its_queue_to_its_end()
    {
        await using var caller = await Caller.InAsync(Story);
        var call = await caller.CallAsync();
        await using var events = call.EventsAsync(TestEnds).GetAsyncEnumerator(TestEnds);

        await events.MoveNextAsync();
        var queued = Assert.IsType<CecCallEvent.Queued>(events.Current);
        Assert.Equal("Call in queue", queued.Description);

        var connected = Assert.IsType<CecCallEvent.Connected>(await AfterAsync(caller, events, seconds: 3));
        Assert.StartsWith("17908", connected.AccessCode, StringComparison.Ordinal);
        Assert.Equal("AnonymousCard", connected.Caller);
        Assert.StartsWith("ws://", Assert.Single(connected.GatewayAddresses), StringComparison.Ordinal);
        Assert.Equal(connected.Domain, (string?)JsonNode.Parse(connected.Json)!["content"]!["domain"]);
        Assert.False(call.HasEnded);

        var released = Assert.IsType<CecCallEvent.Released>(await AfterAsync(caller, events, seconds: 5));
        Assert.Equal((8, "gone"), (released.CauseId, released.CauseDescription));
        Assert.False(await events.MoveNextAsync());
        Assert.True(call.HasEnded);
        Assert.Empty(await Caller.ReadAsync(call));
    }

    [Theory]
    [InlineData(CecMedia.Voice, "0")]
    [InlineData(CecMedia.Video, "1")]
    public async Task Requests_are_what_the_documents_print(CecMedia media, string mediaAbility)
    {
        await using var caller = await Caller.InAsync();

        await caller.CallAsync(media);

        string[] operations = ["tokenByAkSk", "applyToken", "createClickToCall"];
        Assert.Equal(operations, caller.Wire.Operations);
        var (fabric, apply, create) = (caller.Wire.Sent[0], caller.Wire.Sent[1], caller.Wire.Sent[2]);
        Assert.Equal("600", fabric.Header("X-Token-Expire"));
        Assert.Equal(
            $$"""{"app_key":"{{caller.Space.AppKey}}","app_secret":"{{caller.Space.AppSecret}}"}""", fabric.Body);
        Assert.Equal(
            $$"""{"userId":"u1","userName":"Ann","channelId":"{{caller.Space.ChannelId}}","locale":"en"}""",
            apply.Body);
        Assert.Null(apply.Header("ccmessaging-token"));
        Assert.Equal(caller.Space.AppKey, create.Header("x-app-key"));
        Assert.Matches("^Bearer [^ ]+$", create.Header("Authorization")!);
        Assert.NotEmpty(create.Header("ccmessaging-token")!);
        Assert.Equal($$"""{"channel":"WEB","mediaAbility":"{{mediaAbility}}"}""", create.Body);
    }

    [Fact]
    public async Task A_refused_call_is_a_value_with_the_code_of_CEC()
    {
        await using var caller = await Caller.InAsync(
            "name: no\nabout: Nobody there.\ncalls: [{ match: {}, refuse: noAgents }]\n");

        var refused = Assert.IsType<CecResult<CecCall>.Refused>(
            await caller.Customer.CreateCallAsync(cancellationToken: TestEnds));

        Assert.Equal(
            new CecRefusal("createClickToCall", "13", "No agents available currently"), refused.Refusal);
        Assert.Equal(CecRefusalMeaning.NotConnected, refused.Refusal.Meaning);
        Assert.Equal(1, caller.Wire.Count("createClickToCall"));
        Assert.Throws<CecException>(refused.ValueOrThrow);
    }

    [Fact]
    public async Task A_channel_says_what_it_supports()
    {
        await using var caller = await Caller.InAsync(
            "name: no\nabout: No click.\nspace: { channels: [{ id: \"7\", webRtc: true, clickToCall: false }] }\n");

        var support = (await caller.Customer.CheckAsync(TestEnds)).ValueOrThrow();

        Assert.Equal(new CecSupport(WebRtc: true, ClickToCall: false), support);
    }

    [Fact]
    public async Task Hanging_up_brings_the_release()
    {
        await using var caller = await Caller.InAsync("name: x\nabout: x\ncalls: [{ script: [connected, silent] }]\n");
        var call = await caller.CallAsync();
        await using var events = call.EventsAsync(TestEnds).GetAsyncEnumerator(TestEnds);
        await events.MoveNextAsync();
        var next = events.MoveNextAsync();
        await caller.Space.WhenWaitingAsync(1, TestEnds);

        Assert.IsType<CecResult<CecReceipt>.Success>(await call.DropAsync(TestEnds));

        Assert.True(await next);
        Assert.IsType<CecCallEvent.Released>(events.Current);
        var again = Assert.IsType<CecResult<CecReceipt>.Refused>(await call.DropAsync(TestEnds));
        Assert.Equal(CecRefusalMeaning.NotDisconnected, again.Refusal.Meaning);
    }

    [Fact]
    public async Task An_event_that_no_document_names_survives_with_its_JSON()
    {
        await using var caller = await Caller.InAsync(Story);
        var call = await caller.CallAsync();
        await using var events = call.EventsAsync(TestEnds).GetAsyncEnumerator(TestEnds);
        await events.MoveNextAsync();
        var id = Assert.Single(await caller.Space.Control.ListCallsAsync(TestEnds)).Id;

        await caller.Space.Control.PushEventAsync(id, PushedEvent.Raw(168104, "Call pondered"), TestEnds);

        await events.MoveNextAsync();
        var unknown = Assert.IsType<CecCallEvent.Unknown>(events.Current);
        Assert.Equal(("168104", "Call pondered"), (unknown.EventId, unknown.Description));
        Assert.Equal(168104, (int?)JsonNode.Parse(unknown.Json)!["eventId"]);
    }

    [Theory]
    [InlineData("{\"eventId\":168101}", typeof(CecCallEvent.Unknown))]
    [InlineData("{\"eventId\":168101,\"content\":{\"domain\":\"d\"}}", typeof(CecCallEvent.Unknown))]
    [InlineData("{\"eventId\":\"168102\"}", typeof(CecCallEvent.Queued))]
    [InlineData("{\"eventId\":\"hello\",\"content\":7}", typeof(CecCallEvent.Unknown))]
    [InlineData("{\"eventId\":168110,\"content\":{\"causeId\":\"99999999999\"}}", typeof(CecCallEvent.Released))]
    public async Task An_event_is_read_as_far_as_it_can_be(string body, Type kind)
    {
        await using var caller = await Caller.InAsync(Story);
        var answer = body.Replace("{\"eventId\"", "{\"resultCode\":\"0\",\"eventId\"", StringComparison.Ordinal);
        await caller.Space.ArmFaultAsync(
            new JsonObject
            {
                ["at"] = "getClickToCallEvents",
                ["inject"] = new JsonObject { ["status"] = new JsonObject { ["code"] = 200, ["body"] = answer } },
            }.ToJsonString(),
            TestEnds);
        var call = await caller.CallAsync();
        await using var events = call.EventsAsync(TestEnds).GetAsyncEnumerator(TestEnds);

        Assert.True(await events.MoveNextAsync());

        Assert.IsType(kind, events.Current);
        Assert.Equal(answer, events.Current.Json);
    }

    [Fact]
    public async Task Polls_that_bring_nothing_are_no_events_and_no_failures()
    {
        await using var caller = await Caller.InAsync(
            "name: x\nabout: x\ncalls: [{ script: [{ wait: 95s }, connected, released] }]\n");
        var call = await caller.CallAsync();
        var events = Caller.ReadAsync(call);

        for (var held = 0; held < 10; held++)
        {
            await caller.Space.WhenWaitingAsync(1, TestEnds);
            await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(10), TestEnds);
        }

        string[] all = ["168101", "168110"];
        Assert.Equal(all, await events);
    }

    [Fact]
    public async Task A_cancelled_reading_ends_at_once_and_another_goes_on_where_it_was()
    {
        await using var caller = await Caller.InAsync(Story);
        var call = await caller.CallAsync();
        using var stop = new CancellationTokenSource();
        await using (var events = call.EventsAsync(stop.Token).GetAsyncEnumerator(TestEnds))
        {
            await events.MoveNextAsync();
            var next = events.MoveNextAsync().AsTask();
            await caller.Space.WhenWaitingAsync(1, TestEnds);

            await stop.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }

        await caller.Space.WhenWaitingAsync(0, TestEnds);
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(8), TestEnds);
        string[] rest = ["168101", "168110"];
        Assert.Equal(rest, await Caller.ReadAsync(call));
    }

    [Fact]
    public async Task Events_have_one_reader()
    {
        await using var caller = await Caller.InAsync(Story);
        var call = await caller.CallAsync();
        await using var events = call.EventsAsync(TestEnds).GetAsyncEnumerator(TestEnds);
        await events.MoveNextAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Caller.ReadAsync(call));
    }

    private static async Task<CecCallEvent> AfterAsync(
        Caller caller, IAsyncEnumerator<CecCallEvent> events, int seconds)
    {
        var next = events.MoveNextAsync();
        await caller.Space.WhenWaitingAsync(1, TestEnds);
        await caller.Space.AdvanceAsync(TimeSpan.FromSeconds(seconds), TestEnds);
        Assert.True(await next);
        return events.Current;
    }
}
