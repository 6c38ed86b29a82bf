using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.Testing.Tests;

/// <summary>A CEC client, as a reader of the documents would write it.</summary>
internal sealed class Customer : IDisposable
{
    private const string Messaging = "/apiaccess/ccmessaging/";
    private readonly HttpClient _http;

    private Customer(Uri address) => _http = new HttpClient { BaseAddress = address };

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static async Task<Customer> SignInAsync(CecSpace space)
    {
        var customer = new Customer(space.Address);
        var token = await customer.PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk",
            new JsonObject { ["app_key"] = space.AppKey, ["app_secret"] = space.AppSecret });
        customer._http.DefaultRequestHeaders.Add("x-app-key", space.AppKey);
        customer._http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token["AccessToken"]}");
        var messaging = await customer.PostAsync(
            Messaging + "applyToken",
            new JsonObject
            {
                ["userId"] = "u1", ["userName"] = "Ann", ["channelId"] = space.ChannelId, ["locale"] = "en",
            });
        customer._http.DefaultRequestHeaders.Add("ccmessaging-token", (string?)messaging["token"]);
        return customer;
    }

    public Task<JsonNode> CreateAsync() => PostAsync(
        Messaging + "v1/createClickToCall", new JsonObject { ["channel"] = "WEB", ["mediaAbility"] = "0" });

    public Task<JsonNode> DropAsync() =>
        PostAsync(Messaging + "v1/dropClickToCall", new JsonObject { ["channel"] = "WEB" });

    public async Task<JsonNode> PollAsync() =>
        (await _http.GetFromJsonAsync<JsonNode>(Messaging + "v1/getClickToCallEvents?channel=WEB", TestEnds))!;

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, TestEnds);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestEnds))!;
    }
}
