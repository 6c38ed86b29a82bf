using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.LoadTests;

/// <summary>A customer of the demo space, as the documents say that it speaks.</summary>
internal sealed class LoadCustomer(HttpClient http, string accessToken, string userId)
{
    private const string AppKey = "cecsim-demo-key";
    private const string Messaging = "/apiaccess/ccmessaging/";

    private string? _messagingToken;

    public static async Task<string> FetchAccessTokenAsync(HttpClient http, CancellationToken ends)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/apigovernance/api/oauth/tokenByAkSk")
        {
            Content = JsonContent.Create(
                new JsonObject { ["app_key"] = AppKey, ["app_secret"] = "cecsim-demo-secret" }),
        };
        request.Headers.Add("X-Token-Expire", "3600");
        using var response = await http.SendAsync(request, ends);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(ends))!["AccessToken"]!;
    }

    public async Task SignInAsync(CancellationToken ends)
    {
        using var request = Request(HttpMethod.Post, Messaging + "applyToken");
        request.Content = JsonContent.Create(new JsonObject
        {
            ["userId"] = userId,
            ["userName"] = userId,
            ["channelId"] = "202403010000000001",
            ["locale"] = "en",
        });
        using var response = await http.SendAsync(request, ends);
        response.EnsureSuccessStatusCode();
        _messagingToken = (string?)(await response.Content.ReadFromJsonAsync<JsonObject>(ends))!["token"];
    }

    /// <returns>Whether it was answered as a poll without events is.</returns>
    public async Task<bool> PollAsync(CancellationToken ends)
    {
        using var request = Request(HttpMethod.Get, Messaging + "v1/getClickToCallEvents?channel=WEB");
        using var response = await http.SendAsync(request, ends);
        var body = await response.Content.ReadAsStringAsync(ends);
        return response.IsSuccessStatusCode && body.Contains("\"resultCode\":\"0\"", StringComparison.Ordinal);
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-app-key", AppKey);
        request.Headers.Add("Authorization", $"Bearer {accessToken}");
        if (_messagingToken is not null)
        {
            request.Headers.Add("ccmessaging-token", _messagingToken);
        }

        return request;
    }
}
