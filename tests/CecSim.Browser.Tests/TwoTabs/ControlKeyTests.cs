using System.Net;

namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>The demo's pages of a server that others reach too ask whoever sits there for its control key.</summary>
public sealed class ControlKeyTests(Chromium chromium) : IAsyncLifetime
{
    private const string Key = "0123456789abcdef";
    private const string Wanted = "This server is open to others, so it asks for its control key.";
    private const float PatienceMs = 20_000;

    private readonly WebApplication _app = CecSimHost.Build(new CecSimArgs
    {
        Urls = ["http://127.0.0.1:0"],
        ControlKey = Key,
        TrustedProxies = [IPNetwork.Parse("127.0.0.1/32")],
        Spaces = [TwoTabs.OneAgent],
    });

    private IBrowserContext _context = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TwoTabs.TestEnds);

        // As a proxy in front of the server says it, so that nothing is from this machine.
        _context = await chromium.Browser.NewContextAsync(
            new() { ExtraHTTPHeaders = [new("Forwarded", "for=192.0.2.7")], Locale = "en-US" });
        _context.SetDefaultTimeout(PatienceMs);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_customer_who_has_given_the_control_key_reaches_the_centre_and_with_another_is_asked_again()
    {
        var page = await OpenAsync("/demo/customer");
        await page.Locator("#chat").ClickAsync();
        await IsAskedAsync(page, "#problem");

        await page.Locator("#key").FillAsync("fedcba9876543210");
        var refused = await page.RunAndWaitForResponseAsync(
            () => page.Locator("#chat").ClickAsync(),
            response => response.Url.Contains("/_cecsim/spaces/", StringComparison.Ordinal));
        Assert.Equal(401, refused.Status);
        await IsAskedAsync(page, "#problem");
        await page.Locator("#key").FillAsync(Key);
        await page.Locator("#chat").ClickAsync();

        await page.Locator("#message:enabled").WaitForAsync();
        Assert.False(await page.Locator("#key").IsVisibleAsync());
    }

    [Fact]
    public async Task An_agents_phone_registers_once_the_control_key_was_given_and_again_without_it_in_the_same_tab()
    {
        var page = await OpenAsync("/demo/agent");
        await IsAskedAsync(page, "#phone-problem");

        await page.Locator("#phone-key").FillAsync(Key);
        await page.Locator("#phone-key").PressAsync("Enter");

        await page.Locator("#dial-button:enabled").WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("#dial-button:enabled").WaitForAsync();
        Assert.False(await page.Locator("#phone-key").IsVisibleAsync());
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await _context.NewPageAsync();
        await page.GotoAsync($"{_app.Urls.Single()}{path}");
        return page;
    }

    private static Task IsAskedAsync(IPage page, string where) =>
        page.Locator(where).GetByText(Wanted, new() { Exact = true }).WaitForAsync();
}
