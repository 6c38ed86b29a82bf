using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.Cli.Tests;

/// <summary>A signed-in customer of the demo space.</summary>
internal sealed class Customer : IDisposable
{
    private readonly HttpClient _http;

    private Customer(Uri address) => _http = new HttpClient { BaseAddress = address };

    public static async Task<Customer> SignInAsync(Uri address, string userId = "u1")
    {
        var customer = new Customer(address);
        var fabric = await customer.PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new { app_key = "cecsim-demo-key", app_secret = "cecsim-demo-secret" });
        customer._http.DefaultRequestHeaders.Add("x-app-key", "cecsim-demo-key");
        customer._http.DefaultRequestHeaders.Add("Authorization", $"Bearer {fabric["AccessToken"]}");
        var messaging = await customer.PostAsync(
            "/apiaccess/ccmessaging/applyToken",
            new { userId, userName = "Ann", channelId = "202403010000000001", locale = "en" });
        customer._http.DefaultRequestHeaders.Add("ccmessaging-token", (string?)messaging["token"]);
        return customer;
    }

    public Task CallAsync() =>
        PostAsync("/apiaccess/ccmessaging/v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" });

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
