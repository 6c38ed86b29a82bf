using CecSim.Browser.Tests.ConnectionBar;

namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>What both pages look like in a call, and that whoever has a keyboard only can make it.</summary>
public sealed class PagesLookTests(Chromium chromium)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CECSIM_PICTURES");

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public async Task A_call_is_made_by_keyboard_and_both_pages_have_room_and_are_clean_for_axe(string locale)
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium, locale: locale);

        await PressAsync(tabs.Customer, "#video");
        await tabs.Agent.Locator("#phone-answer-video").WaitForAsync();
        await LookAsync(tabs.Agent, $"agent-ringing-{locale}", new(320, 568), ColorScheme.Light);
        await PressAsync(tabs.Agent, "#phone-answer-video");
        await tabs.Customer.Locator("#phone[data-state=talking]").WaitForAsync();
        await PressAsync(tabs.Customer, "#phone-mute");
        await tabs.Customer.Locator("#phone-mute[aria-pressed=true]").WaitForAsync();

        foreach (var (page, name) in ((IPage, string)[])[(tabs.Customer, "customer"), (tabs.Agent, "agent")])
        {
            await LookAsync(page, $"{name}-{locale}", new(1280, 720), ColorScheme.Dark);
            await LookAsync(page, $"{name}-{locale}", new(320, 568), ColorScheme.Light);
            await LookAsync(page, $"{name}-{locale}", new(320, 568), ColorScheme.Light, ForcedColors.Active);
        }

        Assert.Empty(tabs.Complaints);
    }

    private static async Task PressAsync(IPage page, string button)
    {
        // Unlike a click, focus does not wait for a button that can be pressed.
        await page.Locator($"{button}:enabled").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task LookAsync(
        IPage page, string name, BarView view, ColorScheme scheme, ForcedColors forced = ForcedColors.None)
    {
        await page.SetViewportSizeAsync(view.Width, view.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
        var isNarrow = await page.EvaluateAsync<bool>(
            Waiting.Until($"document.documentElement.scrollWidth <= {view.Width} && innerWidth === {view.Width}"));
        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            var path = Path.Combine(Pictures, $"two-tabs-{name}-{view}-{scheme}-{forced}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }

        Assert.True(isNarrow, $"{name} is wider than {view}");
        Assert.Equal([], await BarLook.ViolationsOfPageAsync(page));
    }
}
