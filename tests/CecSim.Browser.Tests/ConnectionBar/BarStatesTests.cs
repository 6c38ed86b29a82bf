using CecSim.Browser.Tests.Firefoxes;
using Microsoft.Playwright;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>
/// Every state of the bar, in both languages and both browsers, at all sizes. Where <c>CECSIM_PICTURES</c> names a
/// folder, pictures of all of it are left there.
/// </summary>
public sealed class BarStatesTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_state_in_Chromium_can_be_reached_and_is_clean_for_axe(string language)
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space, Events, keepsCookies: true, language: language);
        await desk.OpenPanelAsync();
        var sight = new ChromiumSight(desk);

        await WalkAsync(desk.Site, sight, $"chromium-{language}", async name =>
        {
            List<string> found = [.. await BarLook.ViolationsAsync(sight)];
            await desk.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            found.AddRange(await BarLook.ViolationsAsync(sight));
            found.AddRange(await InvisibleInForcedColoursAsync(sight));
            await BarLook.PictureAsync(sight, $"chromium-{language}-{name}-forced");
            await desk.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
            return found;
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Every_state_in_Firefox_can_be_reached_and_is_clean_for_axe(string language)
    {
        await using var site = await DeskSite.StartAsync(chromium, BarStage.Space, Events, language: language);
        await using var firefox = Firefox.Start();
        var page = await firefox.OpenAsync(site.Address);
        await page.UntilAsync("window.subscribed || window.failure");
        await page.ClickAsync("#cckbar_popup > button");
        var sight = new FirefoxSight(page);

        await WalkAsync(site, sight, $"firefox-{language}", _ => BarLook.ViolationsAsync(sight));
    }

    [Theory]
    [InlineData("en", "Load the connection bar")]
    [InlineData("zh", "加载接续条")]
    public async Task The_demo_desk_has_room_at_every_size_and_is_clean_for_axe(string language, string load)
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space);
        var page = await desk.OpenDemoAsync();
        await page.EvaluateAsync("language => localStorage.setItem('cecsim-bar-language', language)", language);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = load }).ClickAsync();
        await page.Locator("#numbers button:enabled").First.WaitForAsync();

        foreach (var (width, height) in BarLook.Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
            Assert.Equal([], await BarLook.ViolationsOfPageAsync(page));
            await BarLook.PictureAsync(new ChromiumSight(desk), $"chromium-{language}-demo-{width}x{height}");
        }
    }

    private static async Task WalkAsync(
        DeskSite site, IBarSight sight, string label, Func<string, Task<IReadOnlyList<string>>> lookAsync)
    {
        List<string> wrong = [];
        await sight.UntilAsync("document.body.dataset.state === 'signedOut'");
        foreach (var (name, reachAsync, seen) in new BarStage(site, sight).States)
        {
            await reachAsync();
            await sight.UntilAsync(seen);
            await sight.UntilAsync("!document.body.hasAttribute('data-resting')");
            foreach (var (width, height) in BarLook.Sizes)
            {
                await sight.ResizeAsync(width, height);
                await sight.UntilAsync("document.visibilityState === 'visible'");
                wrong.AddRange((await BarLook.UnreachableAsync(sight)).Select(w => $"{name} {width}x{height}: {w}"));
                await BarLook.PictureAsync(sight, $"{label}-{name}-{width}x{height}");
            }

            await sight.ResizeAsync(1280, 720);
            wrong.AddRange((await lookAsync(name)).Select(w => $"{name}: {w}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // What only a background or a fixed colour shows is gone there.
    private static async Task<IReadOnlyList<string>> InvisibleInForcedColoursAsync(ChromiumSight sight)
    {
        var icon = await sight.OnPageAsync(
            """
            (() => {
              const button = document.querySelector('#cckbar_popup > button')
              const icon = getComputedStyle(button.querySelector('svg'))
              return icon.stroke !== getComputedStyle(button).backgroundColor
            })()
            """);
        var dot = await sight.InBarAsync(
            """
            (() => {
              const dot = document.querySelector('.dot')
              if (!dot.checkVisibility()) { return true }
              const style = getComputedStyle(dot)
              return style.borderTopColor !== getComputedStyle(dot.parentElement).backgroundColor
            })()
            """);
        return
        [
            .. icon.GetBoolean() ? Array.Empty<string>() : ["no icon in forced colours"],
            .. dot.GetBoolean() ? Array.Empty<string>() : ["no dot in forced colours"],
        ];
    }
}
