using System.Net;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>The console of a server that others reach: it asks whoever sits there for the control key.</summary>
public sealed class ConsoleAccessTests(Chromium chromium)
{
    private const string Key = "0123456789abcdef";

    [Fact]
    public async Task The_console_asks_for_the_control_key_says_when_it_is_wrong_and_keeps_it_in_its_tab_alone()
    {
        await using var app = CecSimHost.Build(new CecSimArgs
        {
            Urls = ["http://127.0.0.1:0"],
            ControlKey = Key,
            TrustedProxies = [IPNetwork.Parse("127.0.0.1/32")],
            Spaces = [ConsoleSite.Centre],
        });
        await app.StartAsync(ConsoleSite.TestEnds);

        // As a proxy in front of the server says it, so that nothing is from this machine.
        await using var context = await chromium.Browser.NewContextAsync(
            new() { ExtraHTTPHeaders = [new("Forwarded", "for=192.0.2.7")], Locale = "en-US" });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{app.Urls.Single()}/_cecsim/ui");
        var key = page.GetByLabel("Control key");
        await page.GetByText("This server asks for its control key.").WaitForAsync();

        await key.FillAsync("fedcba9876543210");
        await key.PressAsync("Enter");
        await page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "another one" }).First.WaitForAsync();

        await key.FillAsync(Key);
        await key.PressAsync("Enter");
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "demo" }).WaitForAsync();
        Assert.DoesNotContain(Key, page.Url, StringComparison.Ordinal);

        // The live view too, which no script can give headers of its own to unless it asks by fetch.
        await page.GotoAsync($"{app.Urls.Single()}/_cecsim/ui#/spaces/demo/requests");
        await page.Locator(".live[data-live=true]").WaitForAsync();
        await page.ReloadAsync();
        await page.Locator(".live[data-live=true]").WaitForAsync();

        var other = await context.NewPageAsync();
        await other.GotoAsync($"{app.Urls.Single()}/_cecsim/ui");
        await other.GetByText("This server asks for its control key.").WaitForAsync();
    }
}
