namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>
/// Every state of the bar in Chromium, in both languages. Where <c>CECSIM_PICTURES</c> names a folder, it is at all
/// sizes, and pictures of all of it are left there.
/// </summary>
public sealed class BarStatesTests(Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_state_in_Chromium_can_be_reached_and_is_clean_for_axe(string language)
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space, BarWalk.Events, keepsCookies: true, language: language, canZoom: true);
        await desk.OpenPanelAsync();

        await BarWalk.RunAsync(desk.Site, new ChromiumSight(desk), "chromium", language);
    }

    [Theory]
    [InlineData("en", "Load the connection bar")]
    [InlineData("zh", "加载接续条")]
    public async Task The_demo_desk_has_room_at_every_size_and_is_clean_for_axe(string language, string load)
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space, [], keepsCookies: true, canZoom: true);
        var page = await desk.OpenDemoAsync();
        await page.EvaluateAsync("language => localStorage.setItem('cecsim-bar-language', language)", language);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = load }).ClickAsync();
        await page.Locator("#numbers button:enabled").First.WaitForAsync();

        var sight = new ChromiumSight(desk);
        foreach (var view in BarLook.Views)
        {
            await BarLook.ShowAsync(sight, view);
            Assert.InRange(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, view.Width / view.Zoom);
            Assert.Equal([], await BarLook.ViolationsOfPageAsync(page));
            await BarLook.PictureAsync(sight, $"chromium-{language}-demo-{view}");
            await BarLook.ForceColoursAsync(sight, areForced: true);
            Assert.Equal([], await BarLook.ViolationsOfPageAsync(page));
            await BarLook.PictureAsync(sight, $"chromium-{language}-demo-{view}-forced");
            await BarLook.ForceColoursAsync(sight, areForced: false);
        }
    }
}
