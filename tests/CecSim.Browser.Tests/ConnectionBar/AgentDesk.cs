using System.Text.Json;
using CecSim.Browser.Tests.Phones;
using CecSim.Server;
using CecSim.Server.Certificates;
using CecSim.Simulation.Agents;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Queues;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>
/// A server of its own in real time, an enterprise's website of another origin and another site, and a page of it with
/// the bar in it; all of it over HTTPS with the development CA.
/// </summary>
internal sealed class AgentDesk : IAsyncDisposable
{
    private const float PatienceMs = 20_000;

    private readonly LocalAuthority _authority;
    private readonly WebApplication _website;
    private readonly WebApplication _cec;
    private readonly IBrowserContext _context;

    private readonly DirectoryInfo _profile;

    private AgentDesk(
        LocalAuthority authority,
        WebApplication website,
        WebApplication cec,
        IBrowserContext context,
        DirectoryInfo profile)
    {
        _profile = profile;
        _authority = authority;
        _website = website;
        _cec = cec;
        _context = context;
        Customer = new Customer(CecUrl("http"));
    }

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>One agent, so that every call is the person's.</summary>
    public static SpaceSettings OneAgent { get; } = new()
    {
        Queues =
        [
            new() { Name = "voice-click", Type = QueueType.VoiceClickToDial, WrapUp = TimeSpan.FromSeconds(1) },
        ],
        Agents = [new() { WorkNo = 1001, AccountCode = "11", SipAccount = "88881001" }],
    };

    public Customer Customer { get; }

    public IPage Page { get; private set; } = null!;

    public Space Space => _cec.Services.GetRequiredService<Server.Spaces.SpaceDirectory>().First;

    /// <summary>What is inside the frame.</summary>
    public IFrameLocator Bar => Page.FrameLocator("iframe[name=ccbarclient]");

    public ILocator Button => Page.Locator("#cckbar_popup > button");

    /// <param name="events">What the page asks to be told.</param>
    public static Task<AgentDesk> OpenAsync(Chromium chromium, SpaceSettings space, params string[] events) =>
        OpenAsync(chromium, space, events, keepsCookies: true);

    /// <param name="keepsCookies">Whether the browser keeps the cookies of third parties.</param>
    public static async Task<AgentDesk> OpenAsync(
        Chromium chromium, SpaceSettings space, string[] events, bool keepsCookies)
    {
        var authority = LocalAuthority.Open(chromium.CertificateFolder, TimeProvider.System);
        var cec = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            HttpsPort = 0,
            CertificateFolder = chromium.CertificateFolder,
            Spaces = [space],
        });
        await cec.StartAsync(TestEnds);

        var website = Website(authority);
        var profile = Directory.CreateTempSubdirectory("cecsim-profile-");
        var context = keepsCookies
            ? await chromium.OpenProfileAsync(profile)
            : await chromium.Browser.NewContextAsync(new() { Locale = "en-US" });
        context.SetDefaultTimeout(PatienceMs);
        var desk = new AgentDesk(authority, website, cec, context, profile);
        website.MapGet("/", http => http.Response.WriteAsync(desk.PageText(events), TestEnds));
        await website.StartAsync(TestEnds);
        desk.Page = await desk.NewPageAsync();
        return desk;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> NewPageAsync()
    {
        var page = await _context.NewPageAsync();
        var output = TestContext.Current.TestOutputHelper;
        page.Console += (_, message) => output?.WriteLine($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => output?.WriteLine($"page error: {error}");
        await page.GotoAsync(_website.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        return page;
    }

    /// <summary>The server's own page with the bar in it.</summary>
    public async Task<IPage> OpenDemoAsync()
    {
        await Page.GotoAsync(new Uri(CecUrl("https"), "/demo/agent").ToString());
        return Page;
    }

    public async Task OpenPanelAsync()
    {
        await Page.WaitForFunctionAsync("() => window.subscribed || window.failure");
        await Button.ClickAsync();
    }

    public async Task SignInAsync()
    {
        await OpenPanelAsync();
        await Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Offline" }).ClickAsync();
        await Bar.GetByRole(AriaRole.Menuitem, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Chooses another status.</summary>
    public async Task ChooseAsync(string name)
    {
        await Bar.Locator("#status").ClickAsync();
        await Bar.GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true }).ClickAsync();
    }

    public Task PressAsync(string name) =>
        Bar.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Waits until the page has been told so many events.</summary>
    /// <returns>Their names, in order.</returns>
    public async Task<IReadOnlyList<string>> ToldAsync(int count)
    {
        await Page.WaitForFunctionAsync("count => told.length >= count", count);
        return await Page.EvaluateAsync<string[]>("() => told.map(t => t.event.eventType)");
    }

    public async Task<JsonElement> EnvelopeAsync(string eventType) => (await Page.EvaluateAsync<JsonElement?>(
        "type => told.find(t => t.event.eventType === type)", eventType))!.Value;

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() =>
        _context.CookiesAsync([CecUrl("https").ToString()]);

    /// <summary>Keeps what the page looks like, for whoever wants to see it.</summary>
    public async Task PictureAsync(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Bundles.Root, "artifacts", "screenshots", $"{name}.png"),
    });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _profile.Delete(recursive: true);
        Customer.Dispose();
        await _website.DisposeAsync();
        await _cec.DisposeAsync();
        _authority.Dispose();
    }

    private Uri CecUrl(string scheme) =>
        new(_cec.Urls.Single(u => u.StartsWith(scheme + "://", StringComparison.Ordinal)));

    private string PageText(string[] events)
    {
        var settings = Space.Settings;
        return BrowserPage.Read("desk.html")
            .Replace("ACCESS_TOKEN", BarSettings.DemoAccessToken, StringComparison.Ordinal)
            .Replace("TENANT_SPACE_ID", settings.TenantSpaceId, StringComparison.Ordinal)
            .Replace("USER_ACCOUNT", settings.Agents[0].AccountCode, StringComparison.Ordinal)
            .Replace("CONTEXT_PATH", $"{CecUrl("https")}service-cloud/", StringComparison.Ordinal)
            .Replace("EVENTS", JsonSerializer.Serialize(events), StringComparison.Ordinal);
    }

    private static WebApplication Website(LocalAuthority authority)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listener => listener.UseHttps(authority.ServerCertificate)));
        builder.Services.AddRoutingCore();
        var website = builder.Build();
        website.Use((http, next) =>
        {
            http.Response.ContentType = http.Request.Path.Value!.EndsWith(".js", StringComparison.Ordinal)
                ? "text/javascript"
                : "text/html;charset=UTF-8";
            return next(http);
        });
        website.UseRouting();
        website.MapGet("/js/jquery-1.8.0.js", http => http.Response.SendFileAsync(
            Path.Combine(Bundles.Root, "tests/bar-pages/node_modules/jquery/tmp/jquery.js"), TestEnds));
        return website;
    }
}
