using System.Net.Http.Json;

namespace CecSim.Cli.Tests;

/// <summary>A signed-in customer of a space, by default the demo space.</summary>
internal sealed class Customer : IDisposable
{
    private readonly HttpClient _http;

    private Customer(Uri address) => _http = new HttpClient { BaseAddress = address };

    public static async Task<Customer> SignInAsync(Uri address, string userId = "u1", string space = "demo")
    {
        var customer = new Customer(address);
        var fabric = await customer.PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new { app_key = $"cecsim-{space}-key", app_secret = $"cecsim-{space}-secret" });
        customer._http.DefaultRequestHeaders.Add("x-app-key", $"cecsim-{space}-key");
        customer._http.DefaultRequestHeaders.Add("Authorization", $"Bearer {fabric["AccessToken"]}");
        var messaging = await customer.PostAsync(
            "/apiaccess/ccmessaging/applyToken",
            new { userId, userName = "Ann", channelId = "202403010000000001", locale = "en" });
        customer._http.DefaultRequestHeaders.Add("ccmessaging-token", (string?)messaging["token"]);
        return customer;
    }

    public Task CallAsync() =>
        PostAsync("/apiaccess/ccmessaging/v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" });

    public Task CallWithUndocumentedFieldAsync() => PostAsync(
        "/apiaccess/ccmessaging/v1/createClickToCall",
        new { channel = "WEB", mediaAbility = "0", surprise = "1" });

    public Task ConnectChatAsync(string userId) => PostAsync(
        "/apiaccess/ccmessaging/send",
        new
        {
            channel = "WEB",
            content = "start",
            controlType = "CONNECT",
            from = userId,
            to = "202403010000000001",
            mediaType = "TEXT",
            sourceType = "CUSTOMER",
        });

    public Task<string> GetMessagesAsync(string userId) =>
        _http.GetStringAsync($"/apiaccess/ccmessaging/poll?receiverId={userId}&channel=WEB");

    public Task<string> GetEventAsync() =>
        _http.GetStringAsync("/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB");

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
