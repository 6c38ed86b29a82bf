using System.Text.Json;
using CecSim.Browser.Tests.Phones;
using Microsoft.Playwright;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>What has to be true of the bar whatever it shows.</summary>
internal static class BarLook
{
    /// <summary>A desk, a telephone upright and on its side, and a desk at four times its size (WCAG 1.4.10).</summary>
    public static readonly (int Width, int Height)[] Sizes = [(1280, 720), (320, 568), (568, 320), (320, 180)];

    /// <summary>Where pictures of all states are wanted; none are made otherwise.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("CECSIM_PICTURES");

    private static readonly string Axe = File.ReadAllText(
        Path.Combine(Bundles.Root, "tests/bar-pages/node_modules/axe-core/axe.min.js"));

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

    /// <returns>What cannot be reached, or is outside of the page.</returns>
    public static async Task<IReadOnlyList<string>> UnreachableAsync(IBarSight sight)
    {
        var around = await sight.OnPageAsync(Waiting.Until(
            """
            (() => {
              const box = document.querySelector('iframe[name=ccbarclient]').getBoundingClientRect()
              return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
            })()
            """));
        var inside = await sight.InBarAsync(Unreachable);
        var unreachable = inside.EnumerateArray().Select(e => e.GetString()!).ToList();
        return around.GetBoolean() ? unreachable : [.. unreachable, "the frame is cut off"];
    }

    /// <returns>The violations that axe finds, in the frame and in what is around it.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IBarSight sight)
    {
        await sight.InBarAsync($"void (window.axe || (() => {{ {Axe} }})())");
        await sight.OnPageAsync($"void (window.axe || (() => {{ {Axe} }})())");
        return
        [
            .. Told(await sight.InBarAsync(Run("document"))),
            .. Told(await sight.OnPageAsync(Run("document.getElementById('cckbar_popup')"))),
        ];
    }

    /// <returns>The violations that axe finds in a page as a whole.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsOfPageAsync(IPage page)
    {
        await page.EvaluateAsync($"void (window.axe || (() => {{ {Axe} }})())");
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

    private static string Run(string what) =>
        $$"""
        axe.run({{what}}, { iframes: false, resultTypes: ['violations'] }).then((found) => found.violations
          .flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}): ${n.html} ${n.failureSummary}`)))
        """;

    private static IEnumerable<string> Told(JsonElement found) =>
        found.EnumerateArray().Select(e => e.GetString()!);
}
