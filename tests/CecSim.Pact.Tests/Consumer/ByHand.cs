using System.Net.Http.Json;

namespace CecSim.Pacts.Tests.Consumer;

/// <summary>The requests that <c>CecSim.Client</c> does not make, for it has the same in another form.</summary>
internal static class ByHand
{
    public static Task<JsonObject> SendAsync(Caller caller) => AskAsync(
        caller,
        new HttpRequestMessage(HttpMethod.Post, "/apiaccess/ccmessaging/sendAsync")
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["channel"] = "WEB",
                ["content"] = "start",
                ["controlType"] = "CONNECT",
                ["from"] = Caller.UserId,
                ["to"] = Caller.ChannelId,
                ["mediaType"] = "TEXT",
                ["sourceType"] = "CUSTOMER",
            }),
        });

    public static Task<JsonObject> QueryAgentsAsync(Caller caller, string spelling) => AskAsync(
        caller, new HttpRequestMessage(HttpMethod.Get, $"/apiaccess/{spelling}/v1/queryAgentInfo"));

    public static Task<JsonObject> AskAsync(Caller caller, string path, JsonObject body) => AskAsync(
        caller, new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) });

    private static async Task<JsonObject> AskAsync(Caller caller, HttpRequestMessage request)
    {
        request.Headers.Add("x-app-key", Caller.AppKey);
        request.Headers.Add("Authorization", $"Bearer {Requests.AccessToken}");
        request.Headers.Add("ccmessaging-token", Requests.MessagingToken);
        using var response = await caller.Http.SendAsync(request, Caller.TestEnds);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Caller.TestEnds))!;
    }
}
