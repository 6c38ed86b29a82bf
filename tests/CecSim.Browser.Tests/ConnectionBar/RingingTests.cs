namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A call that rings where nobody looks: heard, and seen.</summary>
public sealed class RingingTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    // What goes to the loudspeaker goes through a meter.
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

    // Notifications are the browser's own, and what becomes of them is written down.
    private const string Ear =
        """
        window.notified = []
        window.Notification = class extends Notification {
          constructor(title, options) {
            super(title, options)
            this.events = []
            for (const event of ['show', 'error', 'close']) {
              this.addEventListener(event, () => this.events.push(`${event}, ${document.visibilityState}`))
            }
            notified.push(this)
          }
        }
        """;

    // Somebody who is asked whether a page may notify: a browser without windows asks nobody.
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
    public async Task It_rings_once_somebody_has_clicked_anywhere_and_stops_at_the_answer()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium,
            BarStage.Space,
            Events,
            keepsCookies: true,
            soundNeedsUse: true,
            initScript: Meter);
        var sight = new ChromiumSight(desk);
        SignIn(desk.Site);
        await desk.Page.WaitForFunctionAsync("() => window.subscribed");
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await sight.UntilAsync("document.body.dataset.state === 'ringing'");
        await desk.Page.WaitForFunctionAsync("() => document.title.startsWith('☎ Incoming call: AnonymousCard')");

        // A click anywhere in the page is enough.
        await desk.Page.Locator("h1").ClickAsync();
        await sight.UntilAsync("loudness() > 0.05");
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

    [Fact]
    public async Task Chromium_rings_notifies_and_stops_in_a_tab_that_is_hidden()
    {
        var profile = Directory.CreateTempSubdirectory("cecsim-profile-");
        await using (var site = await DeskSite.StartAsync(chromium, BarStage.Space, Events))
        await using (var browser = await chromium.DriveAsync(profile))
        {
            await browser.LetNotifyAsync(site.Address);
            await RingHiddenAsync(site, browser);
        }

        profile.Delete(recursive: true);
    }

    [Fact]
    public async Task Firefox_rings_notifies_and_stops_in_a_tab_that_is_hidden()
    {
        await using var site = await DeskSite.StartAsync(chromium, BarStage.Space, Events);

        // A loudspeaker and a desktop's notifications of Firefox's own, for the machine may have neither.
        await using var firefox = DrivenBrowser.StartFirefox(
            ("media.cubeb.force_mock_context", true),
            ("alerts.useSystemBackend", false),
            ("permissions.default.desktop-notification", 1));
        await RingHiddenAsync(site, firefox);
    }

    private static async Task RingHiddenAsync(DeskSite site, DrivenBrowser browser)
    {
        const string Bar = DrivenSight.Frame;
        SignIn(site);
        var page = await browser.OpenAsync(site.Address);
        await page.UntilAsync("window.subscribed || window.failure");
        await page.EvaluateAsync($"(() => {{ {Meter} }})()", Bar);
        await page.EvaluateAsync($"(() => {{ {Ear} }})()");
        await page.ClickAsync("#cckbar_popup > button");
        await page.UntilAsync("document.body.dataset.state === 'ready'", Bar);
        var other = await browser.OpenAsync(new Uri(site.Address, "/js/jquery-1.8.3.js"));
        await other.ShowAsync();
        await page.UntilAsync("document.visibilityState === 'hidden' && !document.hasFocus()");
        await page.UntilAsync("document.visibilityState === 'hidden'", Bar);

        await site.Customer.ClickAsync(site.Space.Settings);

        await page.UntilAsync("document.title.startsWith('☎ Incoming call: AnonymousCard')");
        await page.UntilAsync("loudness() > 0.05", Bar);
        await page.UntilAsync("notified.length === 1 && notified[0].events.length === 1");
        Assert.Equal("Incoming call: AnonymousCard", (await page.EvaluateAsync("notified[0].title")).GetString());

        await site.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(31), AgentDesk.TestEnds);

        await page.UntilAsync("document.title === \"An enterprise's desktop\"");
        await page.UntilAsync("loudness() === 0", Bar);
        await page.UntilAsync("notified[0].events.length === 2");
        Assert.Equal(
            "show, hidden; close, hidden",
            (await page.EvaluateAsync("notified[0].events.join('; ')")).GetString());
        Assert.Equal("hidden", (await page.EvaluateAsync("document.visibilityState")).GetString());
    }

    private static void SignIn(DeskSite site) => Assert.Null(site.Space.Bars.Ask(
        site.Space.Bars.Open("11", "https://crm.example")!, new AgentInput.SignIn()));
}
