using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Simulation.Scripts;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Browser.Tests.Phones;

/// <summary>A server of its own in real time, and a page of a customer with one of the SIP libraries in it.</summary>
internal sealed class PhonePage : IAsyncDisposable
{
    // The icon, because Chromium would ask the server for one.
    private const string Html =
        "<!doctype html><title>A customer's page</title><link rel=icon href=data:,><body></body>";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly IPage _page;

    private PhonePage(WebApplication app, IPage page)
    {
        _app = app;
        _page = page;
    }

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public Guard Guard => _app.Services.GetRequiredService<Guard>();

    public MediaGateway Media => Gateway.Media!;

    /// <summary>What the server knows of the only call.</summary>
    public GatewayCall Call => Gateway.Calls.Single();

    private CallGateway Gateway => _app.Services.GetRequiredService<CallGateway>();

    /// <param name="library">jssip or sipjs.</param>
    /// <param name="script">What its calls see; null for an agent who answers.</param>
    public static async Task<PhonePage> StartAsync(Chromium chromium, string library, Script? script = null)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            Spaces = script is null
                ? [new()]
                : [new SpaceSettings { Calls = [new CallRule { Script = script }] }],
        });

        // From the server itself: of a page that is not from this machine, Chromium refuses a WebSocket to it.
        app.MapGet("/customer", context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(Html, TestEnds);
        });
        await app.StartAsync(TestEnds);

        var output = TestContext.Current.TestOutputHelper;
        var page = await chromium.Browser.NewPageAsync();
        page.Console += (_, message) => output?.WriteLine($"{message.Type}: {message.Text}");
        await page.GotoAsync($"{app.Urls.Single()}/customer");
        await page.AddScriptTagAsync(new() { Path = Bundles.PathOf(library) });
        return new PhonePage(app, page);
    }

    /// <summary>Signs in, creates a click-to-call, and calls what event 168101 says: all of it in the page.</summary>
    public static async Task<PhonePage> CallAsync(
        Chromium chromium, string library, bool video = false, Script? script = null)
    {
        var page = await StartAsync(chromium, library, script);
        await page.CreateAsync(video ? "1" : "0");
        Assert.Equal(200, await page.EvaluateAsync<int>("video => phone.call(content, video)", video));
        Assert.Equal(new MediaEvent.Connected(), await page.Call.MediaEvents.ReadAsync(TestEnds));
        return page;
    }

    /// <summary>Leaves the content of the event in <c>content</c>, and the headers of the customer too.</summary>
    public Task CreateAsync(string mediaAbility)
    {
        var settings = new SpaceSettings();
        return EvaluateAsync<object?>(
            """
            async ([appKey, appSecret, channelId, mediaAbility]) => {
              window.headers = await cec.signIn({ appKey, appSecret, channelId })
              window.content = await cec.createClickToCall(mediaAbility)
            }
            """,
            new[] { settings.AppKey, settings.AppSecret, settings.Channels[0].Id, mediaAbility });
    }

    public Task<T> EvaluateAsync<T>(string script, object? argument = null) =>
        _page.EvaluateAsync<T>(script, argument).WaitAsync(Patience, TimeProvider.System, TestEnds);

    public Task EvaluateAsync(string script) => EvaluateAsync<object?>(script);

    /// <summary>What went through the first phone, once it is as wanted.</summary>
    public Task<InboundStatistics> UntilAsync(string kind, string condition) => EvaluateAsync<InboundStatistics>(
        "([kind, condition]) => until(kind, new Function('s', `return ${condition}`))", new[] { kind, condition });

    /// <summary>Closes the page as a user does, and asks for the customer's next event from elsewhere.</summary>
    public async Task<JsonElement> CloseAndPollAsync()
    {
        using var http = await CustomerElsewhereAsync();
        await _page.CloseAsync();
        return await PollAsync(http);
    }

    /// <summary>Asks for the customer's next event from elsewhere.</summary>
    public async Task<int> NextEventIdAsync()
    {
        using var http = await CustomerElsewhereAsync();
        return (await PollAsync(http)).GetProperty("eventId").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _app.DisposeAsync();
    }

    private async Task<HttpClient> CustomerElsewhereAsync()
    {
        var http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()), Timeout = Patience };
        foreach (var header in (await EvaluateAsync<JsonElement>("() => headers")).EnumerateObject())
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        return http;
    }

    private static async Task<JsonElement> PollAsync(HttpClient http)
    {
        var body = await http.GetStringAsync(
            "/apiaccess/ccmessaging/v1/getClickToCallEvents?channel=WEB", TestEnds);
        return JsonDocument.Parse(body).RootElement;
    }
}
