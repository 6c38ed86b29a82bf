using CecSim.Browser.Tests.ConnectionBar;
using CecSim.Simulation;
using CecSim.Simulation.Faults;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>
/// Every view of the console has room at a desk and on a telephone and is clean for axe, in both themes and languages.
/// Where <c>CECSIM_PICTURES</c> names a folder, pictures are left there.
/// </summary>
public sealed class ConsoleLookTests(Chromium chromium)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CECSIM_PICTURES");

    [Theory]
    [InlineData("en-US", ColorScheme.Light)]
    [InlineData("zh-CN", ColorScheme.Dark)]
    public async Task Every_view_has_room_and_is_clean_for_axe(string locale, ColorScheme scheme)
    {
        await using var site = await ConsoleSite.OpenAsync(chromium, locale: locale, scheme: scheme);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        var poll = await site.HeldPollAsync();
        using var wrong = await site.Http.PostAsync(
            $"{ConsoleSite.Messaging}/v1/createClickToCall", new StringContent("no JSON"), ConsoleSite.TestEnds);

        site.Space.Faults.Add(new FaultRule(
            CecOperation.CheckClickToCallSupport, FaultWhen.Always, new Pause(PauseAt.Request)));
        var stands = site.Http.GetAsync(
            $"{ConsoleSite.Messaging}/v1/checkClickToCallSupport?channel=WEB", ConsoleSite.TestEnds);
        Assert.Equal(locale[..2], (await site.Page.GetAttributeAsync("html", "lang"))![..2]);
        await LookAsync("home");
        foreach (var view in (string[])
        [
            "requests", "calls", "time", "tokens", "agents", "faults", "breakpoints", "findings", "charts", "calls/1",
        ])
        {
            await site.OpenViewAsync(view);
            if (view == "breakpoints")
            {
                await site.Page.GetByRole(AriaRole.Article, new() { Name = "request-1" }).WaitForAsync();
            }

            await LookAsync(view.Replace('/', '-'));
        }

        await site.Page.Locator(".ladder .step").First.ClickAsync();
        await LookAsync("step");
        await site.OpenViewAsync("requests");
        await site.Page.Locator("tbody th a").First.ClickAsync();
        await site.Page.Locator(".why").WaitForAsync();
        await LookAsync("request");
        await site.Page.GotoAsync($"{site.Address}/_cecsim/ui#/workbench");
        await site.Page.GetByRole(AriaRole.Textbox).First.WaitForAsync();
        await site.Page.Locator("main select").SelectOptionAsync("queue-then-connect");
        await site.Page.Locator(".cm-line").GetByText("name: queue-then-connect").WaitForAsync();
        await site.Page.Locator(".run").First.WaitForAsync();
        await LookAsync("workbench");
        await site.OpenLoadReportAsync();
        await LookAsync("load-report");
        Assert.Empty(site.Complaints);
        Assert.False(poll.IsCompleted || stands.IsCompleted);

        async Task LookAsync(string name)
        {
            foreach (var (width, height) in ((int, int)[])[(1280, 800), (320, 568)])
            {
                await site.Page.SetViewportSizeAsync(width, height);
                var hasRoom = await site.Page.EvaluateAsync<bool>(
                    Waiting.Until($"document.documentElement.scrollWidth <= {width} && innerWidth === {width}"));
                if (Pictures is not null)
                {
                    Directory.CreateDirectory(Pictures);
                    var path = Path.Combine(Pictures, $"console-{name}-{locale}-{scheme}-{width}.png");
                    await site.Page.ScreenshotAsync(new() { Path = path });
                }

                Assert.True(hasRoom, $"{name} is wider than {width}");
            }

            Assert.Equal([], (await BarLook.ViolationsOfPageAsync(site.Page)).Select(v => $"{name}: {v}"));
        }
    }

    [Fact]
    public async Task Firefox_shows_it_too()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await using var firefox = DrivenBrowser.StartFirefox();
        var page = await firefox.OpenAsync(new Uri(site.Address));

        await page.UntilAsync("document.querySelector('main table tbody th')?.innerText === 'demo'");
        await page.UntilAsync("location.pathname === '/_cecsim/ui'");
        await page.ClickAsync("main table tbody th a");
        await page.UntilAsync("document.querySelectorAll('main table tbody tr').length >= 2");
        await page.ClickAsync("main table tbody th a");
        await page.UntilAsync("document.querySelector('.why')?.innerText.length > 10");
        await page.EvaluateAsync("location.hash = '#/spaces/demo/charts'");
        await page.UntilAsync("document.querySelectorAll('.plot canvas').length === 6");
        await page.ClickAsync(".settings a");
        await page.UntilAsync("document.querySelector('.editor')?.shadowRoot?.querySelector('.cm-content') != null");
        await page.EvaluateAsync(
            """
            (() => {
              const from = document.querySelector('main select');
              from.value = 'queue-then-connect';
              from.dispatchEvent(new Event('change', { bubbles: true }));
            })()
            """);
        await page.UntilAsync("document.querySelectorAll('.story tbody tr').length === 7");
        var scroller = "document.querySelector('.editor').shadowRoot.querySelector('.cm-scroller')";
        await page.UntilAsync($"getComputedStyle({scroller}).display === 'flex'");
        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            await page.PictureAsync(Path.Combine(Pictures, "console-workbench-firefox.png"));
        }
    }
}
