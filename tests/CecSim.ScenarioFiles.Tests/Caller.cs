using System.Net.Http.Json;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>
/// One customer of a scenario over HTTP. A caller who is refused renews both tokens, as the documents tell it to.
/// </summary>
internal sealed class Caller(Uri address, SpaceSettings settings, string userId) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public string UserId => userId;

    public bool HasEnded { get; private set; }

    /// <summary>The poll that is on its way.</summary>
    public Task<HttpResponseMessage>? Poll { get; private set; }

    public void Dispose() => _http.Dispose();

    public async Task SignInAsync()
    {
        var headers = _http.DefaultRequestHeaders;
        headers.Clear();
        headers.Add("x-app-key", settings.AppKey);
        var fabric = await PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new { app_key = settings.AppKey, app_secret = settings.AppSecret });
        headers.Add("Authorization", $"Bearer {fabric["AccessToken"]}");
        var messaging = await PostAsync(
            "/apiaccess/ccmessaging/applyToken",
            new { userId, userName = userId, channelId = settings.Channels[0].Id, locale = "en" });
        headers.Add("ccmessaging-token", (string?)messaging["token"]);
    }

    /// <returns>What is worth telling of the answer; null when the call was created.</returns>
    public async Task<string?> CreateAsync()
    {
        var answer = await PostAsync(
            "/apiaccess/ccmessaging/v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" });
        HasEnded = (string?)answer["resultCode"] != "0";
        return HasEnded ? $"refused {answer["resultCode"]} {answer["resultDesc"]}" : null;
    }

    public Task<string> ConnectChatAsync() => SendAsync("CONNECT", "start");

    public Task<string> WriteAsync(string text) => SendAsync("CHAT", text);

    public void StartPoll() =>
        Poll ??= _http.GetAsync("/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB");

    /// <returns>The answer of the poll in a few words, and the event that it brought; null for none.</returns>
    public async Task<(string? Line, int? EventId)> FinishPollAsync()
    {
        using var response = await Poll!;
        Poll = null;
        if (!response.IsSuccessStatusCode)
        {
            await SignInAsync();
            return ($"{(int)response.StatusCode}", null);
        }

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var eventId = (int?)answer["eventId"];
        HasEnded = eventId is 168103 or 168105 or 168110;
        return (eventId is null ? null : $"{eventId} {answer["resultDesc"]}", eventId);
    }

    private async Task<string> SendAsync(string controlType, string content)
    {
        var answer = await PostAsync("/apiaccess/ccmessaging/send", new
        {
            channel = "WEB",
            content,
            controlType,
            from = userId,
            mediaType = "TEXT",
            sourceType = "CUSTOMER",
            to = settings.Channels[0].Id,
        });
        return $"chat {answer["resultCode"]}";
    }

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
