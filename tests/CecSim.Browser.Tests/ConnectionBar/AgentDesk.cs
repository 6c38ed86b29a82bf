namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A site of its own, and a page of it in Chromium with the bar in it.</summary>
internal sealed class AgentDesk : IAsyncDisposable
{
    private const float PatienceMs = 60_000;

    // The document posts after a second and says to take more where that is too short; a busy machine takes more. The
    // second is then as long as the frame takes, and what was to come later than the second still does.
    private const string SecondOfTheDocument =
        """
        {
          const later = window.setTimeout
          let second = Promise.resolve()
          window.setTimeout = (run, ms, ...rest) => {
            const frame = ms === 1000 && document.querySelector('iframe[name=ccbarclient]')
            if (frame) {
              second = new Promise(done => frame.addEventListener('load', done, { once: true })).then(run)
              return 0
            }
            return later(ms > 1000 ? () => second.then(() => run(...rest)) : run, ms, ...rest)
          }
        }
        """;

    // For whoever reads why a test failed: what was pressed where, and what opened or closed by it.
    private const string TellsPresses =
        """
        {
          const tell = (...words) => console.debug(Math.round(performance.now()), location.pathname, ...words)
          for (const kind of ['pointerdown', 'click']) {
            addEventListener(kind, e => tell(kind, e.target.id || e.target.localName, e.detail), { capture: true })
          }
          new MutationObserver(all => all.forEach(({ target, attributeName }) =>
            tell(target.id || target.localName, attributeName, target.getAttribute(attributeName))))
            .observe(document, { subtree: true, attributeFilter: ['aria-expanded', 'data-state', 'data-resting'] })
        }
        """;

    private readonly DeskSite _site;
    private readonly IBrowserContext _context;
    private readonly DirectoryInfo? _profile;
    private readonly ConcurrentQueue<string> _console = new();

    private AgentDesk(DeskSite site, IBrowserContext context, DirectoryInfo? profile)
    {
        _site = site;
        _context = context;
        _profile = profile;
    }

    public static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    /// <summary>One agent, so that every call is the person's.</summary>
    public static SpaceSettings OneAgent { get; } = new()
    {
        Queues =
        [
            new() { Name = "voice-click", Type = QueueType.VoiceClickToDial, WrapUp = TimeSpan.FromSeconds(1) },
        ],
        Agents = [new() { WorkNo = 1001, AccountCode = "11", SipAccount = "88881001" }],
    };

    public DeskSite Site => _site;

    public Customer Customer => _site.Customer;

    public IPage Page { get; private set; } = null!;

    public IBrowserContext Context => _context;

    public Space Space => _site.Space;

    /// <summary>What the browser's console got, and what scripts threw, each with its kind before it.</summary>
    public IReadOnlyList<string> Console => [.. _console];

    /// <summary>What is inside the frame.</summary>
    public IFrameLocator Bar => Page.FrameLocator("iframe[name=ccbarclient]");

    /// <summary>What the agent does now, as the server knows it.</summary>
    public string State => Space.Agents.View.Single(a => a.WorkNo == 1001).State.GetType().Name;

    public ILocator Button => Page.Locator("#cckbar_popup > button");

    /// <param name="events">What the page asks to be told.</param>
    public static Task<AgentDesk> OpenAsync(Chromium chromium, SpaceSettings space, params string[] events) =>
        OpenAsync(chromium, space, events, keepsCookies: true);

    /// <param name="keepsCookies">Whether the browser keeps the cookies of third parties.</param>
    /// <param name="language">The page's own; null for none.</param>
    /// <param name="soundNeedsUse">Whether sound is allowed only once somebody has used the page.</param>
    /// <param name="initScript">What runs in every frame before its own scripts.</param>
    /// <param name="html">Another page than <c>desk.html</c>.</param>
    /// <param name="canZoom">
    /// Whether the page can be made larger, as a browser's user can. It then is a browser of its own, as where sound
    /// needs use, and keeps cookies.
    /// </param>
    public static async Task<AgentDesk> OpenAsync(
        Chromium chromium,
        SpaceSettings space,
        string[] events,
        bool keepsCookies,
        string scheme = "https",
        string? language = null,
        bool soundNeedsUse = false,
        string? initScript = null,
        string? html = null,
        bool canZoom = false)
    {
        var site = await DeskSite.StartAsync(chromium, space, events, scheme, language, html);
        var profile = canZoom || soundNeedsUse ? Directory.CreateTempSubdirectory("cecsim-profile-") : null;
        var context = profile is not null
            ? await chromium.OpenProfileAsync(profile, soundNeedsUse)
            : await (keepsCookies ? chromium.ThirdPartyCookieBrowser : chromium.Browser).NewContextAsync(
                new() { Locale = "en-US" });
        context.SetDefaultTimeout(PatienceMs);
        await context.AddInitScriptAsync(TellsPresses);
        if (!space.Faults.Any(f => f.Inject is FrameLate))
        {
            await context.AddInitScriptAsync(SecondOfTheDocument);
        }

        if (initScript is not null)
        {
            await context.AddInitScriptAsync(initScript);
        }

        var desk = new AgentDesk(site, context, profile);
        desk.Page = await desk.NewPageAsync();
        return desk;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> NewPageAsync()
    {
        var page = await _context.NewPageAsync();
        var output = TestContext.Current.TestOutputHelper;
        page.Console += (_, message) => Write(message.Type, message.Text);
        page.PageError += (_, error) => Write("page error", error.Split('\n')[0]);
        await page.GotoAsync(_site.Address.ToString());
        return page;

        void Write(string kind, string text)
        {
            output?.WriteLine($"{kind}: {text}");
            if (kind != "debug")
            {
                _console.Enqueue($"{kind}: {text}");
            }
        }
    }

    /// <summary>The server's own page with the bar in it.</summary>
    public async Task<IPage> OpenDemoAsync()
    {
        await Page.GotoAsync(new Uri(_site.CecUrl("https"), "/demo/agent").ToString());
        return Page;
    }

    public async Task OpenPanelAsync()
    {
        await Page.WaitForFunctionAsync("() => window.subscribed || window.failure");
        await Button.ClickAsync();
        await TakePointerAsync();
    }

    /// <summary>
    /// Waits until the browser leads the pointer into the frame. What opens takes no click for half a second, and a
    /// browser that is busy hands a click to the page around for a while longer: the frame is of another process, and
    /// where it takes the pointer is known only once it has been drawn.
    /// </summary>
    private Task TakePointerAsync() => Eventually.IsTrueAsync("the pointer in the frame", async () =>
    {
        var place = (await Page.Locator("iframe[name=ccbarclient]").BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(place.X + (place.Width / 2), place.Y + 2);
        await Page.Mouse.MoveAsync(place.X + (place.Width / 2), place.Y + 3);
        try
        {
            return await Bar.Locator("html").EvaluateAsync<bool>("html => html.matches(':hover')");
        }
        catch (PlaywrightException e) when (e.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            // A frame that comes late has just taken the place of the empty one that was asked.
            return false;
        }
    });

    public async Task SignInAsync()
    {
        await OpenPanelAsync();
        await Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Offline" }).ClickAsync();
        await Bar.GetByRole(AriaRole.Menuitem, new() { Name = "Sign in" }).ClickAsync();
        // Who signs in is ready: until then, no call comes.
        await Bar.Locator("body[data-state=ready]").WaitForAsync();
    }

    /// <summary>Chooses another status.</summary>
    public async Task ChooseAsync(string name)
    {
        await Bar.Locator("#status").ClickAsync();
        await Bar.GetByRole(AriaRole.Menuitem, new() { Name = name, Exact = true }).ClickAsync();
    }

    public async Task PressAsync(string name)
    {
        await TakePointerAsync();
        await Bar.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>Focuses a control of the bar once it is there to be seen: what is hidden takes no focus.</summary>
    public async Task FocusAsync(string id)
    {
        var control = Bar.Locator($"#{id}");
        await control.WaitForAsync();
        await control.FocusAsync();
    }

    /// <summary>Waits until the page has been told so many events.</summary>
    /// <returns>Their names, in order.</returns>
    public async Task<IReadOnlyList<string>> ToldAsync(int count)
    {
        await Page.WaitForFunctionAsync("count => told.length >= count", count);
        return await Page.EvaluateAsync<string[]>("() => told.map(t => t.event.eventType)");
    }

    public async Task<JsonElement> EnvelopeAsync(string eventType) => (await Page.EvaluateAsync<JsonElement?>(
        "type => told.find(t => t.event.eventType === type)", eventType))!.Value;

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() =>
        _context.CookiesAsync([new Uri(_site.CecUrl("https"), "service-cloud/").ToString()]);

    /// <summary>Keeps what the page looks like, for whoever wants to see it.</summary>
    public async Task PictureAsync(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Checkout.PathOf("artifacts", "screenshots", $"{name}.png"),
    });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _profile?.Delete(recursive: true);
        await _site.DisposeAsync();
    }
}
