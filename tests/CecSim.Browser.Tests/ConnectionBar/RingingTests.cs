using CecSim.Browser.Tests.Firefoxes;
using CecSim.Simulation.Agents;
using Microsoft.Playwright;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A call that rings where nobody looks: heard, and seen.</summary>
public sealed class RingingTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    // What goes to the loudspeaker goes through a meter; and who may notify, whom nobody looks at, does.
    private const string Meter =
        """
        const connect = AudioNode.prototype.connect
        AudioNode.prototype.connect = function (to, ...rest) {
          if (to instanceof AudioDestinationNode) {
            window.meter = new AnalyserNode(this.context, { fftSize: 2048 })
            connect.call(this, window.meter)
          }
          return connect.call(this, to, ...rest)
        }
        window.loudness = () => {
          const samples = new Float32Array(2048)
          window.meter?.getFloatTimeDomainData(samples)
          return Math.max(...samples)
        }
        """;

    private const string Notifier =
        """
        window.notified = []
        window.Notification = class {
          static permission = 'default'
          static async requestPermission() { return (Notification.permission = 'granted') }
          constructor(title) { this.title = title; notified.push(this) }
          close() { this.isClosed = true }
        }
        Document.prototype.hasFocus = () => false
        """;

    [Fact]
    public async Task Chromium_rings_behind_another_tab_and_stops_at_the_answer()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium,
            BarStage.Space,
            Events,
            keepsCookies: true,
            soundNeedsUse: true,
            initScript: $"{Meter};\n{Notifier}");
        var sight = new ChromiumSight(desk);
        SignIn(desk.Site);
        await desk.Page.WaitForFunctionAsync("() => window.subscribed");
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await sight.UntilAsync("document.body.dataset.state === 'ringing'");
        await desk.Page.WaitForFunctionAsync("() => document.title.startsWith('☎ Incoming call: AnonymousCard')");

        // A click anywhere in the page is enough.
        await desk.Page.Locator("h1").ClickAsync();
        var other = await desk.Context.NewPageAsync();
        await other.BringToFrontAsync();
        await sight.UntilAsync("loudness() > 0.05");
        await desk.Page.BringToFrontAsync();
        await desk.PressAsync("Answer");

        await desk.Bar.Locator("#hold").WaitForAsync();
        await sight.UntilAsync("loudness() === 0");
        Assert.Equal("An enterprise's desktop", await desk.Page.TitleAsync());
    }

    [Fact]
    public async Task A_notification_is_asked_for_by_a_press_and_shown_to_whom_does_not_look()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space, Events, keepsCookies: true, initScript: $"{Meter};\n{Notifier}");
        SignIn(desk.Site);
        await desk.OpenPanelAsync();
        await desk.PressAsync("Ring and notify me of calls");
        await desk.Bar.Locator("#alerts").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await desk.Customer.ClickAsync(desk.Space.Settings);

        await desk.Page.WaitForFunctionAsync("() => notified.length === 1");
        Assert.Equal(
            "Incoming call: AnonymousCard", await desk.Page.EvaluateAsync<string>("() => notified[0].title"));
        await desk.PressAsync("Decline");
        await desk.Page.WaitForFunctionAsync("() => notified[0].isClosed");
    }

    // Sound is started there too; a machine without a loudspeaker lets no Firefox play it.
    [Fact]
    public async Task Firefox_rings_in_a_tab_that_is_in_the_background()
    {
        await using var site = await DeskSite.StartAsync(chromium, BarStage.Space, Events);
        SignIn(site);
        await using var firefox = Firefox.Start();
        var page = await firefox.OpenAsync(site.Address);
        await page.UntilAsync("window.subscribed || window.failure");
        await page.EvaluateAsync(Meter, FirefoxSight.Frame);
        await page.ClickAsync("#cckbar_popup > button");
        await page.UntilAsync("document.body.dataset.state === 'ready'", FirefoxSight.Frame);
        var other = await firefox.OpenAsync(new Uri(site.Address, "/js/jquery-1.8.0.js"));
        await other.ShowAsync();
        await page.UntilAsync("document.visibilityState === 'hidden'");

        await site.Customer.ClickAsync(site.Space.Settings);

        await page.UntilAsync("document.title.startsWith('☎ Incoming call: AnonymousCard')");
        await page.UntilAsync("window.meter !== undefined", FirefoxSight.Frame);
        Assert.Equal("hidden", (await page.EvaluateAsync("document.visibilityState")).GetString());
    }

    private static void SignIn(DeskSite site) => Assert.Null(site.Space.Bars.Ask(
        site.Space.Bars.Open("11", "https://crm.example")!, new AgentInput.SignIn()));
}
