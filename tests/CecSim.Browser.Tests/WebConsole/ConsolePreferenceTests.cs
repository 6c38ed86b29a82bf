namespace CecSim.Browser.Tests.WebConsole;

/// <summary>The console of people who have their system show things in their own way, and without a mouse.</summary>
public sealed class ConsolePreferenceTests(Chromium chromium)
{
    private static readonly string[] Views =
        ["requests", "calls", "time", "agents", "faults", "breakpoints", "findings"];

    [Fact]
    public async Task Nothing_moves_by_itself_where_less_motion_is_wanted()
    {
        await using var site = await OpenAsync();
        await site.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        foreach (var view in Views)
        {
            await site.OpenViewAsync(view);
            Assert.Equal(
                0,
                await site.Page.EvaluateAsync<int>(
                    """
                    () => document.getAnimations().length + [...document.querySelectorAll('*')].filter((e) => {
                      const style = getComputedStyle(e);
                      return style.animationName !== 'none' || style.transitionDuration !== '0s';
                    }).length
                    """));
        }
    }

    [Fact]
    public async Task What_can_be_pressed_and_where_one_is_shows_without_colours()
    {
        await using var site = await OpenAsync();
        await site.Page.EmulateMediaAsync(new()
        {
            ForcedColors = ForcedColors.Active,
            ReducedMotion = ReducedMotion.Reduce,
        });
        foreach (var view in Views)
        {
            await site.OpenViewAsync(view);
            Assert.True(await site.Page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches"));

            // Backgrounds are gone: what has no border has no edge.
            Assert.Empty(
                await site.Page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll('button, input:not([type=checkbox]), select, textarea')]
                      .filter((e) => e.checkVisibility() && getComputedStyle(e).borderTopStyle === 'none')
                      .map((e) => e.outerHTML)
                    """));
            Assert.Equal(
                view,
                await site.Page.EvaluateAsync<string>(
                    """
                    () => {
                      const links = [...document.querySelectorAll('nav a')];
                      const edge = (a) => getComputedStyle(a).borderBottomColor;
                      const usual = edge(links.find((a) => !a.ariaCurrent));
                      return links.filter((a) => edge(a) !== usual).map((a) => a.hash.split('/').at(-1)).join();
                    }
                    """));
        }
    }

    [Fact]
    public async Task Each_thing_that_can_be_pressed_is_reached_by_the_tab_key_and_shows_that_it_has_the_focus()
    {
        await using var site = await OpenAsync();
        await site.OpenViewAsync("time");
        await site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "clickToCall-" }).WaitForAsync();
        var count = await site.Page.EvaluateAsync<int>(
            "document.querySelectorAll('main :is(a, button, input, select):not(:disabled)').length");
        await site.Page.Locator("nav a").Last.FocusAsync();

        var reached = new HashSet<string>();
        for (var presses = 0; presses < 3 * count && reached.Count < count; presses++)
        {
            await site.Page.Keyboard.PressAsync("Tab");
            var (place, outline) = await FocusAsync(site.Page);
            if (place is not null)
            {
                Assert.NotEqual("none", outline);
                reached.Add(place);
            }
        }

        Assert.Equal(count, reached.Count);
    }

    private async Task<ConsoleSite> OpenAsync()
    {
        var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.HeldPollAsync();
        return site;
    }

    // A region that scrolls has the focus too, and is nothing to press.
    private static async Task<(string? Place, string Outline)> FocusAsync(IPage page)
    {
        var told = await page.EvaluateAsync<string[]>(
            """
            () => {
              const all = [...document.querySelectorAll('main :is(a, button, input, select):not(:disabled)')];
              const at = document.activeElement;
              return [String(all.indexOf(at)), getComputedStyle(at).outlineStyle];
            }
            """);
        return (told[0] == "-1" ? null : told[0], told[1]);
    }
}
