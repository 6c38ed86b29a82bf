namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>What has to be true of the bar whatever it shows.</summary>
internal static class BarLook
{
    /// <summary>A desk, a telephone upright and on its side, and the desk at a zoom of 400 % (WCAG 1.4.10).</summary>
    public static readonly BarView[] Views = [new(1280, 720), new(320, 568), new(568, 320), new(1280, 720, 4)];

    public static readonly BarView Narrowest = Views[1];

    /// <summary>Where pictures of all states are wanted; none are made otherwise.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CECSIM_PICTURES");

    public static bool MakesPictures => Pictures is not null;

    private static readonly string Axe = File.ReadAllText(
        Checkout.PathOf("tests", "bar-pages", "node_modules", "axe-core", "axe.min.js"));

    // Chromium computes -webkit-text-fill-color of the colour that a style sheet names, though it draws the forced one,
    // and axe believes the former: white on white, where a white text on blue is drawn black.
    private const string ColourIsDrawn =
        """
        (() => {
          const told = CSSStyleDeclaration.prototype.getPropertyValue
          CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
            const isForced = matchMedia('(forced-colors: active)').matches
            return told.call(this, isForced && name === '-webkit-text-fill-color' ? 'color' : name)
          }
        })()
        """;

    private static readonly string AddAxe = $"void (window.axe || (() => {{ {Axe}; {ColourIsDrawn} }})())";

    private const string IsFrameWhole =
        """
        (() => {
          const box = document.querySelector('iframe[name=ccbarclient]').getBoundingClientRect()
          return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
        })()
        """;

    // The bar's own script sizes the frame when media queries change, which is told before pictures are drawn.
    private const string SizeOfFrame =
        """
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
          const frame = document.querySelector('iframe[name=ccbarclient]')
          resolve([frame.clientWidth, frame.clientHeight])
        })))
        """;

    // What only a background or a fixed colour shows is gone in forced colours.
    private const string IsIconVisible =
        """
        (() => {
          const button = document.querySelector('#cckbar_popup > button')
          const icon = getComputedStyle(button.querySelector('svg'))
          return icon.stroke !== getComputedStyle(button).backgroundColor
        })()
        """;

    private const string IsDotVisible =
        """
        (() => {
          const dot = document.querySelector('.dot')
          if (!dot.checkVisibility()) { return true }
          const style = getComputedStyle(dot)
          const isDrawn = parseFloat(style.borderTopWidth) > 0
          return isDrawn && style.borderTopColor !== getComputedStyle(dot.parentElement).backgroundColor
        })()
        """;

    // An element can be used if it is in the frame, maybe after scrolling, and nothing covers it.
    private const string Unreachable =
        """
        (() => {
          const covered = []
          const isMenuOpen = !document.getElementById('choices').hidden
          for (const e of document.querySelectorAll('button, input, select')) {
            if (!e.checkVisibility() || (isMenuOpen && e.closest('main'))) { continue }
            e.scrollIntoView({ block: 'nearest' })
            const box = e.getBoundingClientRect()
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
            const top = document.elementFromPoint(x, y)
            const isResting = document.body.hasAttribute('data-resting')
            const isWhole = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight
            if (!isWhole || !(isResting || e.contains(top))) {
              covered.push(`${e.id || e.textContent} at ${[box.x, box.y, box.width, box.height].map(Math.round)}`)
            }
          }
          if (document.documentElement.scrollWidth > innerWidth) { covered.push('wider than the frame') }
          document.querySelector('.content').scrollTop = 0
          return covered
        })()
        """;

    /// <summary>Shows the bar in a view, once the browser has come to it.</summary>
    public static async Task ShowAsync(IBarSight sight, BarView view)
    {
        await sight.ResizeAsync(view.Width, view.Height);
        await sight.ZoomAsync(view.Zoom);
        await ComesTrueAsync(sight, IsSeen(view.Zoom, view.Width / view.Zoom, view.Height / view.Zoom));

        // The frame has a process of its own, which hears of it later.
        var frame = await sight.OnPageAsync(SizeOfFrame);
        if (frame[0].GetInt32() > 0)
        {
            var isSeen = IsSeen(view.Zoom, frame[0].GetInt32(), frame[1].GetInt32());
            Assert.True((await sight.InBarAsync(Waiting.Until(isSeen))).GetBoolean(), $"never in the bar: {isSeen}");
        }
    }

    public static async Task ForceColoursAsync(IBarSight sight, bool areForced)
    {
        await sight.ForceColoursAsync(areForced);
        var condition = $"matchMedia('(forced-colors: active)').matches === {(areForced ? "true" : "false")}";
        await ComesTrueAsync(sight, condition);
        Assert.True((await sight.InBarAsync(Waiting.Until(condition))).GetBoolean(), $"never in the bar: {condition}");
    }

    /// <returns>What is gone when the colours are the browser's own.</returns>
    public static async Task<IReadOnlyList<string>> InvisibleAsync(IBarSight sight)
    {
        var icon = await sight.OnPageAsync(IsIconVisible);
        var dot = await sight.InBarAsync(IsDotVisible);
        return
        [
            .. icon.GetBoolean() ? Array.Empty<string>() : ["no icon in forced colours"],
            .. dot.GetBoolean() ? Array.Empty<string>() : ["no dot in forced colours"],
        ];
    }

    /// <returns>What cannot be reached, or is outside of the page.</returns>
    public static async Task<IReadOnlyList<string>> UnreachableAsync(IBarSight sight)
    {
        var around = await sight.OnPageAsync(Waiting.Until(IsFrameWhole));
        var inside = await sight.InBarAsync(Unreachable);
        var unreachable = inside.EnumerateArray().Select(e => e.GetString()!).ToList();
        return around.GetBoolean() ? unreachable : [.. unreachable, "the frame is cut off"];
    }

    /// <returns>The violations that axe finds, in the frame and in what is around it.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IBarSight sight)
    {
        await sight.InBarAsync(AddAxe);
        await sight.OnPageAsync(AddAxe);
        return
        [
            .. Told(await sight.InBarAsync(Run("document"))),
            .. Told(await sight.OnPageAsync(Run("document.getElementById('cckbar_popup')"))),
        ];
    }

    /// <returns>The violations that axe finds in a page as a whole.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsOfPageAsync(IPage page)
    {
        await page.EvaluateAsync(AddAxe);
        return await page.EvaluateAsync<string[]>(Run("document"));
    }

    public static async Task PictureAsync(IBarSight sight, string name)
    {
        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            await sight.PictureAsync(Path.Combine(Pictures, $"{name}.png"));
        }
    }

    private static string IsSeen(int zoom, int width, int height) =>
        $"devicePixelRatio === {zoom} && innerWidth === {width} && innerHeight === {height}";

    private static async Task ComesTrueAsync(IBarSight sight, string condition) =>
        Assert.True((await sight.OnPageAsync(Waiting.Until(condition))).GetBoolean(), $"never: {condition}");

    private static string Run(string what) =>
        $$"""
        axe.run({{what}}, { iframes: false, resultTypes: ['violations'] }).then((found) => found.violations
          .flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}): ${n.html} ${n.failureSummary}`)))
        """;

    private static IEnumerable<string> Told(JsonElement found) =>
        found.EnumerateArray().Select(e => e.GetString()!);
}
