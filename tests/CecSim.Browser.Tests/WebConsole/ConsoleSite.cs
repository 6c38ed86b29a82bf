using System.Net.Http.Json;
using CecSim.Server.WebConsole;
using CecSim.Simulation.Clock;
using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>A server of its own in frozen time, its console in a browser, and a client that the server knows.</summary>
internal sealed class ConsoleSite : IAsyncDisposable
{
    public const string Messaging = "/apiaccess/ccmessaging";

    private const float PatienceMs = 60_000;

    private readonly WebApplication _app;
    private readonly IBrowserContext _context;

    private ConsoleSite(WebApplication app, IBrowserContext context, IPage page)
    {
        (_app, _context, Page) = (app, context, page);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    public static SpaceSettings Centre { get; } = new()
    {
        Queues =
        [
            new() { Name = "voice-click", Type = QueueType.VoiceClickToDial },
            new() { Name = "chat", Type = QueueType.Multimedia },
        ],
        Agents = [new() { WorkNo = 1001, AccountCode = "11" }],
    };

    public IPage Page { get; }

    /// <summary>What the client asks with.</summary>
    public HttpClient Http { get; }

    /// <summary>What the page's scripts threw, and what the browser complained of.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>The origins of all that was asked for.</summary>
    public ConcurrentDictionary<string, bool> Asked { get; } = new();

    public Space Space => _app.Services.GetRequiredService<Server.Spaces.SpaceDirectory>().First;

    public string Address => _app.Urls.Single();

    public static async Task<ConsoleSite> OpenAsync(
        Chromium chromium,
        SpaceSettings? space = null,
        ConsoleMode mode = ConsoleMode.On,
        string locale = "en-US",
        ColorScheme scheme = ColorScheme.Light)
    {
        var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            Spaces = [space ?? Centre],
            Clock = ClockSettings.Frozen,
            Console = mode,
        });
        await app.StartAsync(TestEnds);
        var context = await chromium.Browser.NewContextAsync(new() { Locale = locale, ColorScheme = scheme });
        context.SetDefaultTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        var site = new ConsoleSite(app, context, page);
        page.Request += (_, request) => site.Asked[new Uri(request.Url).GetLeftPart(UriPartial.Authority)] = true;
        page.PageError += (_, error) => site.Complaints.Enqueue(error);
        page.Dialog += (_, dialog) => site.Complaints.Enqueue($"a dialog: {dialog.Message}");
        await page.GotoAsync(site.Address);
        await page.GetByRole(AriaRole.Table).WaitForAsync();
        return site;
    }

    /// <summary>Opens a view of the space by its link, and waits until it is told what happens there.</summary>
    public async Task OpenViewAsync(string view)
    {
        await Page.GotoAsync($"{Address}/_cecsim/ui#/spaces/{Space.Settings.Name}/{view}");
        await Page.Locator(".live[data-live=true]").WaitForAsync();
        await Page.Locator("main h2").First.WaitForAsync();
    }

    /// <summary>Opens a report of the load generator at the console.</summary>
    public async Task OpenLoadReportAsync()
    {
        await Page.GotoAsync($"{Address}/_cecsim/ui#/load-report");
        await Page.GetByLabel("File").Or(Page.GetByLabel("文件"))
            .SetInputFilesAsync(Checkout.PathOf("tests", "vectors", "load-report.json"));
        await Page.Locator(".plot canvas").Nth(4).WaitForAsync();
    }

    /// <summary>The client gets both tokens.</summary>
    public async Task SignInAsync(string userId = "mia")
    {
        var (settings, headers) = (Space.Settings, Http.DefaultRequestHeaders);
        headers.Clear();
        var fabric = await PostAsync(
            "/apigovernance/api/oauth/tokenByAkSk", new { app_key = settings.AppKey, app_secret = settings.AppSecret });
        headers.Add("x-app-key", settings.AppKey);
        headers.Add("Authorization", $"Bearer {fabric.GetProperty("AccessToken")}");
        var token = await PostAsync(
            $"{Messaging}/applyToken",
            new { userId, userName = "Mia", channelId = settings.Channels[0].Id, locale = "en" });
        headers.Add("ccmessaging-token", token.GetProperty("token").GetString());
    }

    public async Task ClickToCallAsync() => Assert.Equal(
        "0",
        (await PostAsync($"{Messaging}/v1/createClickToCall", new { channel = "WEB", mediaAbility = "0" }))
            .GetProperty("resultCode").GetString());

    /// <summary>A long poll that the server holds: events that are there already are fetched before.</summary>
    /// <returns>The poll, still without an answer.</returns>
    public async Task<Task<string>> HeldPollAsync()
    {
        while (true)
        {
            var held = Space.Time.WhenWaitingAsync(1, TestEnds);
            var poll = Http.GetStringAsync($"{Messaging}/v1/getClickToCallEvents?channel=WEB", TestEnds);
            if (await Task.WhenAny(held, poll) == held)
            {
                return poll;
            }
        }
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, TestEnds);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestEnds);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
