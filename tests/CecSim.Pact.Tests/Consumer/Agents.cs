using System.Text.Json.Nodes;

namespace CecSim.Pacts.Tests.Consumer;

/// <summary>queryAgentInfo in both spellings of the documents (protocol section 7).</summary>
internal static class Agents
{
    public static IReadOnlyList<Meeting> All { get; } =
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
            request => Meeting.Refuse(
                Ask(request.Given("the access token has expired"), "CC-Mangemant"), 403, "auth fail!"),
            caller => Caller.MustBeRefusedAsync(403, () => caller.Cec.QueryAgentsAsync(Caller.TestEnds)),
            Tokens.Access),
    ];

    private static RequestBuilder Ask(RequestBuilder request, string spelling) => request
        .WithRequest(HttpMethod.Get, $"/apiaccess/{spelling}/v1/queryAgentInfo")
        .WithAccessToken();

    // There is no result code around it; what a customer has not set up is absent.
    private static void AnswerAgents(RequestBuilder request, string spelling) => Ask(request, spelling)
        .WillRespond()
        .WithStatus(200)
        .WithJsonBody(new JsonObject
        {
            ["agents"] = Match.EachLike(new JsonObject { ["workNo"] = Match.WholeNumber(1001) }),
        });
}
