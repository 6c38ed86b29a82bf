using System.Net;
using System.Net.Http.Json;
using CecSim.Server;
using CecSim.Server.Gateway;
using CecSim.Simulation.Spaces;
using CecSim.Telephony.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.ForeignPeers.Tests;

/// <summary>A server in real time, and a customer of it who has a call to make.</summary>
internal sealed class CustomerServer : IAsyncDisposable
{
    private const string Html =
        "<!doctype html><title>A customer's page</title><link rel=icon href=data:,><body></body>";

    private const string Messaging = "/apiaccess/ccmessaging";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private CustomerServer(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>Where softphones register.</summary>
    public IPEndPoint Softphones => _app.Services.GetRequiredService<CallGateway>().Softphones[0];

    /// <param name="mediaBind">Firefox and libnice send nothing to 127.0.0.1: they need another address.</param>
    /// <param name="space">That of a server without scenarios when null.</param>
    public static async Task<CustomerServer> StartAsync(IPAddress mediaBind, SpaceSettings? space = null)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            Media = new MediaSettings { Port = 0, BindAddress = mediaBind },
            SipPort = 0,
            Spaces = [space ?? new SpaceSettings()],
        });
        app.MapGet("/customer", context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(Html, TestEnds);
        });
        await app.StartAsync(TestEnds);
        return new CustomerServer(app);
    }

    /// <summary>Signs in, creates a click-to-call and waits for event 168101.</summary>
    /// <returns>Its content, and where else a peer may have to look.</returns>
    public async Task<JsonObject> CreateCallAsync()
    {
        var space = (await ReadAsync("/_cecsim/spaces"))["spaces"]![0]!;
        var fabric = await PostAsync("/apigovernance/api/oauth/tokenByAkSk", new JsonObject
        {
            ["app_key"] = (string)space["appKey"]!,
            ["app_secret"] = (string)space["appSecret"]!,
        });
        _http.DefaultRequestHeaders.Add("x-app-key", (string)space["appKey"]!);
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {(string)fabric["AccessToken"]!}");
        var messaging = await PostAsync($"{Messaging}/applyToken", new JsonObject
        {
            ["userId"] = "ann",
            ["userName"] = "Ann",
            ["channelId"] = (string)space["channelIds"]![0]!,
            ["locale"] = "en",
        });
        _http.DefaultRequestHeaders.Add("ccmessaging-token", (string)messaging["token"]!);
        await PostAsync($"{Messaging}/v1/createClickToCall", new JsonObject
        {
            ["channel"] = "WEB",
            ["mediaAbility"] = "0",
        });
        var content = (await EventAsync(168101))["content"]!.DeepClone().AsObject();
        content["page"] = $"{_app.Urls.Single()}/customer";
        content["script"] = Checkout.PathOf("artifacts", "browser-phones", "jssip-phone.js");
        content["softphones"] = $"{Softphones}";
        return content;
    }

    /// <summary>Polls as a customer's page does, until that event comes.</summary>
    public async Task<JsonNode> EventAsync(int eventId)
    {
        while (true)
        {
            var told = await ReadAsync($"{Messaging}/v1/getClickToCallEvents?channel=WEB");
            if ((int?)told["eventId"] == eventId)
            {
                return told;
            }
        }
    }

    /// <summary>What the gateway has heard, once it is as wanted; the test's time limit ends what never is.</summary>
    /// <param name="side">Of an agent's phone: <c>/agent</c>.</param>
    public async Task<JsonNode> ReportAsync(Func<JsonNode, bool> isWanted, string side = "")
    {
        while (true)
        {
            TestEnds.ThrowIfCancellationRequested();
            var report = await ReadAsync($"/_cecsim/spaces/demo/calls/1/media{side}");
            if (isWanted(report))
            {
                return report;
            }
        }
    }

    /// <summary>Ends once a phone is registered.</summary>
    public async Task HasPhoneAsync()
    {
        while ((await ReadAsync("/_cecsim/spaces/demo/phones"))["phones"]!.AsArray().Count == 0)
        {
            TestEnds.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The agent who has the call hangs up, as soon as it has answered.</summary>
    public async Task ReleaseByAgentAsync()
    {
        while (true)
        {
            TestEnds.ThrowIfCancellationRequested();
            var agents = (await ReadAsync("/_cecsim/spaces/demo/agents"))["agents"]!.AsArray();
            if (agents.SingleOrDefault(a => (string?)a!["callWith"] == "ann") is { } agent
                && (string?)agent["state"] == "talking")
            {
                await PostAsync($"/_cecsim/spaces/demo/agents/{(int)agent["workNo"]!}/release", []);
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(path, TestEnds))!;

    private async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, TestEnds);
        var text = await response.Content.ReadAsStringAsync(TestEnds);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
