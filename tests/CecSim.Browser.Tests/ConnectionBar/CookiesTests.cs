namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A page on http://localhost and CecSim on http://127.0.0.1, which browsers call two sites.</summary>
public sealed class CookiesTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Shows("9/chrome-and-firefox")]
    public async Task Chromium_is_signed_on_whether_it_keeps_the_cookies_of_third_parties_or_not(bool keepsCookies)
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, AgentDesk.OneAgent, Events, keepsCookies, scheme: "http");

        await desk.SignInAsync();

        Assert.Equal(["AgentState_Ready"], await desk.ToldAsync(1));
    }

    [Fact]
    [Shows("9/chrome-and-firefox")]
    public async Task Firefox_is_signed_on()
    {
        await using var site = await DeskSite.StartAsync(chromium, AgentDesk.OneAgent, Events, scheme: "http");
        await using var firefox = DrivenBrowser.StartFirefox();
        var page = await firefox.OpenAsync(site.Address);
        await page.UntilAsync("window.subscribed || window.failure");

        await page.ClickAsync("#cckbar_popup > button");
        await page.UntilAsync("document.body.dataset.state === 'signedOut'", DrivenSight.Frame);
        await page.UntilAsync("getComputedStyle(document.querySelector('iframe')).pointerEvents === 'auto'");
        await page.ClickAsync("#sign-in", DrivenSight.Frame);

        await page.UntilAsync("told.length === 1");
    }

    [Fact]
    public async Task A_page_that_gets_no_cookies_is_told_the_one_address_that_helps()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, AgentDesk.OneAgent, Events, keepsCookies: false);

        var there = desk.Site.CecUrl("https");
        await desk.Bar.GetByText($"Load the connection bar from https://localhost:{there.Port}").WaitForAsync();
    }
}
