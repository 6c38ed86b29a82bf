namespace CecSim.Pacts.Tests.Consumer;

/// <summary>tokenByAkSk and applyToken (protocol sections 2 and 3).</summary>
internal static class Tokens
{
    private const string TokenPath = "/apigovernance/api/oauth/tokenByAkSk";
    private const string ApplyPath = "/apiaccess/ccmessaging/applyToken";

    public static Interaction Access { get; } = new(
        "a request for an access token",
        request => AskForAccess(request, Match.Type(Caller.AppSecret).FromState("${appSecret}"))
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new JsonObject
            {
                ["AccessToken"] = Match.Regex(Requests.AccessToken, "^[!-~]+$"),
                ["ApplyType"] = Match.Equality("Bearer"),
                ["CreateTime"] = Match.Regex("1545650171", "^\\d+$"),
                ["Expires"] = Match.Regex("600", "^\\d+$"),
                ["Scope"] = Match.Type("46fb027c8b4f1541e459cadea096495a"),
                ["AppKey"] = Match.Type(Caller.AppKey),
                ["UserID"] = Match.Type("Anonymous"),
            }));

    public static Interaction Messaging { get; } = new(
        "a request for a ccmessaging token",
        request => Apply(request.Given("an access token was issued"), Requests.ChannelId(), answer =>
            PactInteraction.Answer(answer, "0", new JsonObject
            {
                ["token"] = Match.Regex(Requests.MessagingToken, "^[!-~]+$"),
            })));

    public static Interaction[] Both { get; } = [Access, Messaging];

    public static IReadOnlyList<PactInteraction> All { get; } =
    [
        new(
            "a request for an access token with a wrong app_secret",
            request => PactInteraction.Refuse(AskForAccess(request, Match.Type("wrong-secret")), 403, "auth fail!"),
            async caller =>
            {
                var failure = await Assert.ThrowsAsync<CecException>(
                    () => caller.Cec.QueryAgentsAsync(Caller.TestEnds));
                Assert.Equal(403, Assert.IsType<CecFailure.CredentialsRefused>(failure.Failure).Status);
            }),
        new(
            "a request for a ccmessaging token for a channel that there is not",
            request => Apply(request.Given("an access token was issued"), Match.Type("no-such-channel"), answer =>
                PactInteraction.Answer(answer, "1")),
            async caller => Assert.Equal(
                CecRefusalMeaning.TokenNotApplied,
                Caller.RefusalOf(await caller.CustomerOf("no-such-channel").CheckAsync(Caller.TestEnds)).Meaning),
            Access),
        new(
            "a request for a ccmessaging token with an access token that has expired",
            request => Apply(request.Given("the access token has expired"), Requests.ChannelId(), answer =>
                PactInteraction.Refuse(answer, 403, "auth fail!")),
            caller => Caller.MustBeRefusedAsync(403, () => caller.Customer.CheckAsync(Caller.TestEnds)),
            Access),
    ];

    private static RequestBuilder AskForAccess(RequestBuilder request, JsonObject secret) => request
        .Given("a tenant exists")
        .WithRequest(HttpMethod.Post, TokenPath)
        .WithHeader("X-Token-Expire", Match.Regex("600", "^\\d+$"))
        .WithJsonBody(new JsonObject
        {
            ["app_key"] = Match.Type(Caller.AppKey).FromState("${appKey}"),
            ["app_secret"] = secret,
        });

    private static void Apply(RequestBuilder request, JsonObject channelId, Action<RequestBuilder> answer)
    {
        request
            .WithRequest(HttpMethod.Post, ApplyPath)
            .WithAccessToken()
            .WithJsonBody(new JsonObject
            {
                ["userId"] = Requests.UserId(),
                ["userName"] = Match.Type(Caller.UserName),
                ["channelId"] = channelId,
                ["locale"] = Match.Regex("en", "^(zh|en|zh_CN|en_US)$"),
            });
        answer(request);
    }
}
