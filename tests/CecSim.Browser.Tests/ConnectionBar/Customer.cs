using System.Net.Http.Json;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A customer elsewhere, who clicks to call and asks for events over plain HTTP.</summary>
internal sealed class Customer(Uri cec) : IDisposable
{
    private const string Messaging = "/apiaccess/ccmessaging";

    private readonly HttpClient _http = new() { BaseAddress = cec, Timeout = TimeSpan.FromSeconds(30) };

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public async Task ClickAsync(SpaceSettings space)
    {
        _http.DefaultRequestHeaders.Clear();
        var fabric = await PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk", new { app_key = space.AppKey, app_secret = space.AppSecret });
        _http.DefaultRequestHeaders.Add("x-app-key", space.AppKey);
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {fabric.GetProperty("AccessToken")}");
        var token = await PostAsync(
            $"{Messaging}/applyToken",
            new { userId = "u1", userName = "Ann", channelId = space.Channels[0].Id, locale = "en" });
        _http.DefaultRequestHeaders.Add("ccmessaging-token", token.GetProperty("token").GetString());
        var created = await PostAsync(
            $"{Messaging}/v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" });
        Assert.Equal("0", created.GetProperty("resultCode").GetString());
    }

    /// <summary>The next event, and how often there was none before it.</summary>
    public async Task<int> NextEventIdAsync()
    {
        while (true)
        {
            var answer = await _http.GetFromJsonAsync<JsonElement>(
                $"{Messaging}/v1/getClickToCallEvents?channel=WEB", TestEnds);
            if (answer.TryGetProperty("eventId", out var eventId))
            {
                return eventId.GetInt32();
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, TestEnds);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestEnds);
    }
}
