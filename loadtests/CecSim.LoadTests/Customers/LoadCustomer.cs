using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.LoadTests.Customers;

/// <summary>A customer as the documents say that it speaks, without the patience of a good client.</summary>
/// <param name="client">Asked for each request: a run may close its connections in the middle.</param>
internal sealed class LoadCustomer(
    Func<HttpClient> client, SpaceCredentials credentials, string accessToken, string userId)
{
    private const string EventsPath = "v1/getClickToCallEvents?channel=WEB";
    private const string Messaging = "/apiaccess/ccmessaging/";

    private string? _messagingToken;

    public string UserId => userId;

    public static async Task<string> FetchAccessTokenAsync(
        HttpClient http, SpaceCredentials credentials, CancellationToken ends)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/apigovernance/api/oauth/tokenByAkSk")
        {
            Content = JsonContent.Create(
                new JsonObject { ["app_key"] = credentials.AppKey, ["app_secret"] = credentials.AppSecret }),
        };
        request.Headers.Add("X-Token-Expire", "3600");
        using var response = await http.SendAsync(request, ends);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(ends))!["AccessToken"]!;
    }

    public async Task SignInAsync(CancellationToken ends)
    {
        var answer = await AskAsync(
            HttpMethod.Post,
            "applyToken",
            new JsonObject
            {
                ["userId"] = userId,
                ["userName"] = userId,
                ["channelId"] = credentials.ChannelId,
                ["locale"] = "en",
            },
            ends);
        _messagingToken = answer.Token ?? throw new HttpRequestException("applyToken brought no token.");
    }

    public Task<CecAnswer> CreateCallAsync(CancellationToken ends) => AskAsync(
        HttpMethod.Post,
        "v1/createClickToCall",
        new JsonObject { ["channel"] = "WEB", ["mediaAbility"] = "0" },
        ends);

    public Task<CecAnswer> DropCallAsync(CancellationToken ends) =>
        AskAsync(HttpMethod.Post, "v1/dropClickToCall", new JsonObject { ["channel"] = "WEB" }, ends);

    public Task<CecAnswer> PollCallAsync(CancellationToken ends) =>
        AskAsync(HttpMethod.Get, EventsPath, body: null, ends);

    /// <param name="hold">For the floor, which has no scenario to know it from; all others pass it over.</param>
    public Task<CecAnswer> PollCallAsync(TimeSpan hold, CancellationToken ends) =>
        AskAsync(HttpMethod.Get, EventsPath, body: null, ends, ("x-floor-hold-ms", $"{hold.TotalMilliseconds:0}"));

    private async Task<CecAnswer> AskAsync(
        HttpMethod method,
        string path,
        JsonObject? body,
        CancellationToken ends,
        params (string Name, string Value)[] headers)
    {
        var http = client();
        using var request = new HttpRequestMessage(method, Messaging + path)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("x-app-key", credentials.AppKey);
        request.Headers.Add("Authorization", $"Bearer {accessToken}");
        if (_messagingToken is not null)
        {
            request.Headers.Add("ccmessaging-token", _messagingToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request, ends);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<CecAnswer>(JsonSerializerOptions.Web, ends)
            ?? throw new HttpRequestException($"{path} was answered with null.");
    }
}
