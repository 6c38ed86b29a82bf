namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>The same in Firefox.</summary>
public sealed class FirefoxBarStatesTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_state_in_Firefox_can_be_reached_and_is_clean_for_axe(string language)
    {
        await using var site = await DeskSite.StartAsync(chromium, BarStage.Space, BarWalk.Events, language: language);
        await using var firefox = DrivenBrowser.StartFirefox();
        await firefox.InstallSettingsAsync();
        var page = await firefox.OpenAsync(site.Address);
        await page.UntilAsync("window.subscribed || window.failure");
        await page.ClickAsync("#cckbar_popup > button");

        await BarWalk.RunAsync(site, new DrivenSight(page), "firefox", language);
    }
}
