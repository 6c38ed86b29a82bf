namespace CecSim.Pacts.Tests.Consumer;

/// <summary>checkClickToCallSupport, createClickToCall, dropClickToCall (protocol sections 5.1, 5.2, 5.4).</summary>
internal static class Calls
{
    private const string CheckPath = "v1/checkClickToCallSupport";
    private const string CreatePath = "v1/createClickToCall";
    private const string DropPath = "v1/dropClickToCall";

    public static PactInteraction Created { get; } = new(
        "a request for a voice call while an agent is free",
        request => PactInteraction.Answer(
            Create(request.Given("an agent is free").Given("a user is signed in")), "0", resultDesc: ""),
        caller => caller.CallAsync(),
        Tokens.Both);

    public static IReadOnlyList<PactInteraction> All { get; } =
    [
        new(
            "a question whether the channel takes calls, and it does",
            request => Support(
                request.Given("a user is signed in").Given("the channel has click-to-call"),
                webRtc: Match.Type(true),
                clickToCall: Match.Equality(true)),
            async caller => Assert.Equal(
                new CecSupport(true, true), (await caller.Customer.CheckAsync(Caller.TestEnds)).ValueOrThrow()),
            Tokens.Both),
        new(
            "a question whether the channel takes calls, and it does not",
            request => Support(
                request.Given("a user is signed in").Given("the channel has no click-to-call"),
                webRtc: Match.Type(true),
                clickToCall: Match.Equality(false)),
            async caller => Assert.Equal(
                new CecSupport(true, false), (await caller.Customer.CheckAsync(Caller.TestEnds)).ValueOrThrow()),
            Tokens.Both),
        new(
            "a question whether the channel takes calls, with an access token that has expired",
            request => PactInteraction.Refuse(
                request.Given("the access token has expired").Get(CheckPath), 403, "auth fail!"),
            caller => Caller.MustBeRefusedAsync(403, () => caller.Customer.CheckAsync(Caller.TestEnds)),
            Tokens.Both),
        new(
            "a question whether the channel takes calls, with a ccmessaging token that has expired",
            request => PactInteraction.Refuse(
                request.Given("the messaging token has expired").Get(CheckPath), 403, "auth fail!"),
            caller => Caller.MustBeRefusedAsync(403, () => caller.Customer.CheckAsync(Caller.TestEnds)),
            Tokens.Both),
        Created,
        new(
            "a request for a video call while an agent is free",
            request => PactInteraction.Answer(
                Create(request.Given("an agent is free").Given("a user is signed in"), "1"), "0", resultDesc: ""),
            async caller => (await caller.Customer.CreateCallAsync(CecMedia.Video, Caller.TestEnds)).ValueOrThrow(),
            Tokens.Both),
        Refused(
            "the channel has no click-to-call", "7", "The channel does not support click-to-dial",
            CecRefusalMeaning.ClickToCallNotSupported),
        Refused(
            "the contact centre is closed", "12", "The current time is outside the working hours of agents",
            CecRefusalMeaning.OutsideWorkingHours),
        Refused(
            "no agent is signed in", "13", "No agents available currently", CecRefusalMeaning.NotConnected),
        new(
            "a request for a voice call with an access token that was revoked",
            request => PactInteraction.Refuse(Create(request.Given("the access token was revoked")), 403, "auth fail!"),
            caller => Caller.MustBeRefusedAsync(403, caller.CallAsync),
            Tokens.Both),
        new(
            "the end of a call",
            request => PactInteraction.Answer(Drop(request.Given("a call is connected")), "0", resultDesc: ""),
            async caller => (await (await caller.CallAsync()).DropAsync(Caller.TestEnds)).ValueOrThrow(),
            [.. Tokens.Both, Created]),
        new(
            "the end of a call that there is not",
            request => PactInteraction.Answer(Drop(request.Given("a user is signed in")), "13", "disconnect failed"),
            async caller => Assert.Equal(
                CecRefusalMeaning.NotDisconnected,
                Caller.RefusalOf(await (await caller.CallAsync()).DropAsync(Caller.TestEnds)).Meaning),
            [.. Tokens.Both, Created]),
    ];

    private static PactInteraction Refused(string state, string code, string description, CecRefusalMeaning meaning) =>
        new(
        $"a request for a voice call while {state}",
        request => PactInteraction.Answer(Create(request.Given(state).Given("a user is signed in")), code, description),
        async caller => Assert.Equal(
            meaning,
            Caller.RefusalOf(await caller.Customer.CreateCallAsync(CecMedia.Voice, Caller.TestEnds)).Meaning),
        Tokens.Both);

    private static void Support(RequestBuilder request, JsonObject webRtc, JsonObject clickToCall) =>
        PactInteraction.Answer(
        request.Get(CheckPath),
        "0",
        new JsonObject { ["webRTCSupported"] = webRtc, ["clickToCallSupported"] = clickToCall });

    private static RequestBuilder Create(RequestBuilder request, string mediaAbility = "0") => request.Post(
        CreatePath,
        new JsonObject { ["channel"] = Requests.Channel(), ["mediaAbility"] = Match.Equality(mediaAbility) });

    private static RequestBuilder Drop(RequestBuilder request) => request.Post(
        DropPath, new JsonObject { ["channel"] = Requests.Channel() });
}
