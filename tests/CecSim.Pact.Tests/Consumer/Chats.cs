using CecSim.Client.Chat;

namespace CecSim.Pacts.Tests.Consumer;

/// <summary>send, sendAsync, poll, queryQueueInfo and doLeaveMessage (protocol sections 4.1 to 4.3 and 4.5).</summary>
internal static class Chats
{
    public static IReadOnlyList<PactInteraction> All { get; } =
    [
        Sent("CONNECT", CecMessage.Connect, "an agent is free", "a user is signed in"),
        Sent("CHAT", CecMessage.Text("Where is my parcel?"), "a text session is with an agent"),
        Sent("CHAT", CecMessage.Text("Where is my parcel?"), "a text session is with a robot"),
        Sent("INPUT", CecMessage.Typing, "a text session is with an agent"),
        Sent("TRANS2AGENT", CecMessage.TransferToAgent, "an agent is free", "a text session is with a robot"),
        Sent("DISCONNECT", CecMessage.Disconnect, "a text session is with an agent"),
        NotSent("CONNECT", CecMessage.Connect, "13", "no agent is signed in", "a user is signed in"),
        NotSent("CONNECT", CecMessage.Connect, "12", "the contact centre is closed", "a user is signed in"),
        NotSent("CHAT", CecMessage.Text("Where is my parcel?"), "5", "a text session has ended"),
        new(
            "a message that is taken whatever becomes of it",
            request => PactInteraction.Answer(
                SendAsync(request.Given("no agent is signed in").Given("a user is signed in"), "CONNECT"),
                "0",
                "send sendMessageForOpenApiAsync success."),
            async caller => Assert.Equal("0", (string?)(await ByHand.SendAsync(caller))["resultCode"])),
        new(
            "a message that is taken whatever becomes of it, with an access token that has expired",
            request => PactInteraction.Refuse(
                SendAsync(request.Given("the access token has expired"), "CONNECT"), 403, "auth fail!"),
            async caller => Assert.NotNull((await ByHand.SendAsync(caller))["exceptionInfo"])),
        new(
            "a poll for messages while one is waiting",
            request => PactInteraction.Answer(
                Poll(request.Given("a message is waiting")),
                "0",
                new JsonObject { ["downlinkMessages"] = Match.EachLike(Downlink()) }),
            async caller =>
            {
                var message = Assert.Single(
                    (await caller.Customer.PollAsync(cancellationToken: Caller.TestEnds)).ValueOrThrow());
                Assert.Equal("How can I help you?", message.Content);
                Assert.Equal(1619590480756, message.WrittenAt?.ToUnixTimeMilliseconds());
            },
            Tokens.Both),
        new(
            "a poll for messages while none is waiting",
            request => PactInteraction.Answer(
                Poll(request.Given("no message is waiting")),
                "0",
                new JsonObject { ["downlinkMessages"] = Match.Equality(new JsonArray()) }),
            async caller => Assert.Empty(
                (await caller.Customer.PollAsync(cancellationToken: Caller.TestEnds)).ValueOrThrow()),
            Tokens.Both),
        new(
            "a poll for messages of a session that has ended",
            request => PactInteraction.Answer(Poll(request.Given("a text session has ended")), "5"),
            async caller => Assert.Equal(
                "5", Caller.RefusalOf(await caller.Customer.PollAsync(cancellationToken: Caller.TestEnds)).Code),
            Tokens.Both),
        new(
            "a question for the place in the queue",
            request =>
                PactInteraction.Answer(QueueInfo(request.Given("a text session waits in a queue")), "0", Place()),
            async caller => Assert.Equal(
                3, (await caller.Customer.QueryQueueAsync(Caller.TestEnds)).ValueOrThrow().Position),
            Tokens.Both),
        NoPlace("a text session is with an agent", "160021", CecRefusalMeaning.AlreadyWithAgent),
        NoPlace("a text session has ended", "5", CecRefusalMeaning.SessionEnded),
        NoPlace("a user is signed in", "160004", CecRefusalMeaning.SessionEnded),
        new(
            "a message that is left",
            request =>
                PactInteraction.Answer(Leave(request, Match.Type("111111222111")), "0", "Save leaveMessage success!"),
            async caller => (await caller.Customer.LeaveMessageAsync(
                "111111222111", "18612345678", "Call me back.", Caller.TestEnds)).ValueOrThrow(),
            Tokens.Both),
        new(
            "a message that is left with a callId that is too long",
            request => PactInteraction.Answer(
                Leave(request, Match.Regex(new string('1', 25), "^.{25,}$")), "3", "the leaveMessageParams is error."),
            async caller => Assert.Equal(
                CecRefusalMeaning.ParameterWrong,
                Caller.RefusalOf(await caller.Customer.LeaveMessageAsync(
                    new string('1', 25), "18612345678", "Call me back.", Caller.TestEnds)).Meaning),
            Tokens.Both),
    ];

    private static PactInteraction Sent(string controlType, CecMessage message, params string[] states) => new(
        $"{controlType} while {string.Join(" and ", states)}",
        request => PactInteraction.Answer(Send(Given(request, states), controlType), "0", "sent successfully"),
        async caller => (await caller.Customer.SendAsync(message, Caller.TestEnds)).ValueOrThrow(),
        Tokens.Both);

    private static PactInteraction NotSent(
        string controlType, CecMessage message, string code, params string[] states) => new(
        $"{controlType} while {string.Join(" and ", states)}",
        request => PactInteraction.Answer(Send(Given(request, states), controlType), code),
        async caller => Assert.Equal(
            code, Caller.RefusalOf(await caller.Customer.SendAsync(message, Caller.TestEnds)).Code),
        Tokens.Both);

    private static PactInteraction NoPlace(string state, string code, CecRefusalMeaning meaning) => new(
        $"a question for the place in the queue while {state}",
        request => PactInteraction.Answer(QueueInfo(request.Given(state)), code),
        async caller => Assert.Equal(
            meaning, Caller.RefusalOf(await caller.Customer.QueryQueueAsync(Caller.TestEnds)).Meaning),
        Tokens.Both);

    private static RequestBuilder Given(RequestBuilder request, string[] states) =>
        states.Aggregate(request, (r, state) => r.Given(state));

    private static RequestBuilder Send(RequestBuilder request, string controlType) =>
        request.Post("send", Message(controlType, new JsonObject
        {
            ["senderNickname"] = Match.Type(Caller.UserName),
            ["timestamp"] = Match.Regex("1619573122352", "^\\d+$"),
        }));

    private static RequestBuilder SendAsync(RequestBuilder request, string controlType) =>
        request.Post("sendAsync", Message(controlType, []));

    private static JsonObject Message(string controlType, JsonObject optional)
    {
        var body = new JsonObject
        {
            ["channel"] = Requests.Channel(),
            ["content"] = Match.Type(controlType is "CHAT" ? "Where is my parcel?" : "start"),
            ["controlType"] = Match.Equality(controlType),
            ["from"] = Requests.UserId(),
            ["to"] = Requests.ChannelId(),
            ["mediaType"] = Match.Equality("TEXT"),
            ["sourceType"] = Match.Equality("CUSTOMER"),
        };
        foreach (var (name, value) in optional)
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    private static RequestBuilder Poll(RequestBuilder request) => request
        .Get("poll")
        .WithQuery("receiverId", Requests.UserId());

    private static RequestBuilder QueueInfo(RequestBuilder request) => request.Post("queryQueueInfo", new JsonObject
    {
        ["userId"] = Requests.UserId(),
        ["channelConfigId"] = Requests.ChannelId(),
        ["channel"] = Requests.Channel(),
    });

    private static RequestBuilder Leave(RequestBuilder request, JsonObject callId) => request
        .Given("a user is signed in")
        .Post("doLeaveMessage", new JsonObject
        {
            ["callId"] = callId,
            ["caller"] = Match.Type("18612345678"),
            ["leaveMessage"] = Match.Type("Call me back."),
            ["channel"] = Requests.Channel(),
        });

    private static JsonObject Downlink() => new()
    {
        ["controlType"] = Match.Regex("CHAT", "^(CHAT|DISCONNECT|READ)$"),
        ["mediaType"] = Match.Type("TEXT"),
        ["content"] = Match.Type("How can I help you?"),
        ["sourceType"] = Match.Regex("AGENT", "^(AGENT|ROBOT|SYSTEM)$"),
        ["senderNickname"] = Match.Type("Agent 1001"),
        ["timestamp"] = Match.WholeNumber(1619590480756),
        ["messageCode"] = Match.Type("1"),
    };

    private static JsonObject Place() => new()
    {
        ["position"] = Match.WholeNumber(3),
        ["totalWaitTime"] = Match.WholeNumber(4),
        ["longestWaitTime"] = Match.WholeNumber(5),
        ["currentDeviceWaitTime"] = Match.WholeNumber(6),
        ["configMaxcWaitTime"] = Match.WholeNumber(60),
        ["estimateWaitTime"] = Match.WholeNumber(7),
    };
}
