namespace CecSim.Pacts.Tests.Consumer;

/// <summary>queryAgentInfo in both spellings of the documents (protocol section 7).</summary>
internal static class Agents
{
    private const string ByAccount = "/apiaccess/rest/CC-Management/v1/queryAgentInfoByAccount";

    private static readonly JsonObject Account = new() { ["accountCode"] = "11" };

    public static IReadOnlyList<PactInteraction> All { get; } =
    [
        new(
            "a question for the agents",
            request => AnswerAgents(request.Given("an access token was issued"), "CC-Mangemant"),
            async caller => Assert.Equal(
                1001, Assert.Single((await caller.Cec.QueryAgentsAsync(Caller.TestEnds)).Agents).WorkNo),
            Tokens.Access),
        new(
            "a question for the agents, in the other spelling",
            request => AnswerAgents(request.Given("an access token was issued"), "CC-Management"),
            async caller => Assert.Equal(
                1001, (int?)(await ByHand.QueryAgentsAsync(caller, "CC-Management"))["agents"]?[0]?["workNo"])),
        new(
            "a question for the agents with an access token that has expired",
            request => PactInteraction.Refuse(
                Ask(request.Given("the access token has expired"), "CC-Mangemant"), 403, "auth fail!"),
            caller => Caller.MustBeRefusedAsync(403, () => caller.Cec.QueryAgentsAsync(Caller.TestEnds)),
            Tokens.Access),
        new(
            "a question for the agent of an account",
            request => AskByAccount(request.Given("an access token was issued"))
                .WillRespond()
                .WithStatus(200)
                .WithJsonBody(new JsonObject
                {
                    ["returnCode"] = Match.Equality("0"),
                    ["description"] = Match.Type("success"),
                    ["data"] = new JsonObject { ["workNo"] = Match.WholeNumber(1001) },
                }),
            async caller => Assert.Equal(
                1001, (int?)(await ByHand.AskAsync(caller, ByAccount, Account))["data"]?["workNo"])),
        new(
            "a question for the agent of an account with an access token that has expired",
            request => PactInteraction.Refuse(
                AskByAccount(request.Given("the access token has expired")), 403, "auth fail!"),
            async caller => Assert.Contains(
                "auth fail!",
                (string)(await ByHand.AskAsync(caller, ByAccount, Account))["exceptionInfo"]!,
                StringComparison.Ordinal)),
    ];

    private static RequestBuilder Ask(RequestBuilder request, string spelling) => request
        .WithRequest(HttpMethod.Get, $"/apiaccess/{spelling}/v1/queryAgentInfo")
        .WithAccessToken();

    private static RequestBuilder AskByAccount(RequestBuilder request) => request
        .WithRequest(HttpMethod.Post, ByAccount)
        .WithAccessToken()
        .WithJsonBody((JsonObject)Account.DeepClone());

    // There is no result code around it; what a customer has not set up is absent.
    private static void AnswerAgents(RequestBuilder request, string spelling) => Ask(request, spelling)
        .WillRespond()
        .WithStatus(200)
        .WithJsonBody(new JsonObject
        {
            ["agents"] = Match.EachLike(new JsonObject { ["workNo"] = Match.WholeNumber(1001) }),
        });
}
