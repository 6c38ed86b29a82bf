namespace CecSim.Pacts.Tests.Consumer;

/// <summary>getClickToCallEvents (protocol section 5.3). Its eventId is a number, and means what it is.</summary>
internal static class CallEvents
{
    private const string Path = "v1/getClickToCallEvents";
    private static readonly Interaction[] Called = [.. Tokens.Both, Calls.Created];

    public static IReadOnlyList<PactInteraction> All { get; } =
    [
        Event<CecCallEvent.Queued>("queued", 168102, "Call in queue", content: null),
        Event<CecCallEvent.Connected>("connected", 168101, "Call connected", new JsonObject
        {
            ["domain"] = Match.Type("202403015666.cecsim.test"),
            ["gwAddresses"] = Match.EachLike(Match.Regex("ws://127.0.0.1:5080/sip", "^wss?://\\S+$")),
            ["accessCode"] = Match.Regex("179080000537636", "^\\d+$"),
            ["clickToCallCaller"] = Match.Type("AnonymousCard"),
        }),
        Event<CecCallEvent.Transferred>("transferred", 168106, "Call transfered", content: null),
        Event<CecCallEvent.Released>("released", 168110, "Call disconnected", Cause()),
        Event<CecCallEvent.QueueTimeout>("queueTimeout", 168103, "Call queue timeout", Cause()),
        Event<CecCallEvent.Failed>("failed", 168105, "Call failed", Cause()),
        new(
            "a poll for call events while there is none",
            request => PactInteraction.Answer(
                request.Given("no event is waiting").Get(Path), "0", "ClickToCall polled without any events"),
            async caller =>
            {
                using var gaveUp = CancellationTokenSource.CreateLinkedTokenSource(Caller.TestEnds);
                var first = caller.FirstEventAsync(gaveUp.Token);

                // The mock server says so again and again; what matters is that the client takes it for no event.
                await caller.PolledTwice;
                Assert.False(first.IsCompleted);
                await gaveUp.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            },
            Called),
        new(
            "a poll for call events that fails",
            request => PactInteraction.Answer(
                request
                    .Given("a call is connected")
                    .Given("a fault strikes", new JsonObject
                    {
                        ["at"] = "getClickToCallEvents",
                        ["inject"] = new JsonObject { ["resultCode"] = "13" },
                    })
                    .Get(Path),
                "13"),
            async caller =>
            {
                var failure = await Assert.ThrowsAsync<CecException>(() => caller.FirstEventAsync());
                Assert.Equal("13", Assert.IsType<CecFailure.Refused>(failure.Failure).Refusal.Code);
                Assert.Equal(3, failure.Attempts);
            },
            Called),
        new(
            "a poll for call events with an access token that has expired",
            request =>
                PactInteraction.Refuse(request.Given("the access token has expired").Get(Path), 403, "auth fail!"),
            caller => Caller.MustBeRefusedAsync(403, () => caller.FirstEventAsync()),
            Called),
    ];

    private static PactInteraction Event<T>(string word, int eventId, string resultDesc, JsonObject? content)
        where T : CecCallEvent => new(
        $"a poll for call events while '{word}' is waiting",
        request =>
        {
            var rest = new JsonObject
            {
                ["resultDesc"] = Match.Equality(resultDesc),
                ["eventId"] = Match.Equality(eventId),
            };
            if (content is not null)
            {
                rest["content"] = content.DeepClone();
            }

            request.Given("an event is waiting", new JsonObject { ["event"] = word });
            PactInteraction.Answer(request.Get(Path), "0", rest);
        },
        async caller => Assert.IsType<T>(await caller.FirstEventAsync()),
        Called);

    private static JsonObject Cause() => new()
    {
        ["causeId"] = Match.WholeNumber(-1),
        ["causeDesc"] = Match.Type("released by the customer"),
    };
}
