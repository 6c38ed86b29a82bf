namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A walk through all states of the bar in one browser and one language.</summary>
internal static class BarWalk
{
    public static readonly string[] Events = ["AgentState_Ready"];

    public static async Task RunAsync(DeskSite site, IBarSight sight, string browser, string language)
    {
        List<string> wrong = [];
        var label = $"{browser}-{language}";
        // The walk is the longest of all tests. So one browser and language sees all sizes, and the others the
        // narrowest, where room is scarce first; what axe looks at is the same in each language. With pictures all is
        // looked at.
        var isFirst = (browser, language) is ("chromium", "en");
        var isForAxe = language == "en";
        BarView[] views = isFirst || BarLook.MakesPictures ? BarLook.Views : [BarLook.Narrowest];

        // However long the browser takes to look at a state, it does not go over by itself.
        site.Space.Time.Freeze();
        await sight.UntilAsync("document.body.dataset.state === 'signedOut'");
        foreach (var (name, reachAsync, seen) in new BarStage(site, sight).States)
        {
            await reachAsync();
            await sight.UntilAsync(seen);
            await sight.UntilAsync("!document.body.hasAttribute('data-resting')");
            foreach (var view in views)
            {
                await BarLook.ShowAsync(sight, view);
                await sight.UntilAsync("document.visibilityState === 'visible'");
                wrong.AddRange((await BarLook.UnreachableAsync(sight)).Select(w => $"{name} {view}: {w}"));
                await BarLook.PictureAsync(sight, $"{label}-{name}-{view}");
            }

            if (!isForAxe)
            {
                continue;
            }

            await BarLook.ShowAsync(sight, BarLook.Views[0]);
            wrong.AddRange((await BarLook.ViolationsAsync(sight)).Select(w => $"{name}: {w}"));
            await BarLook.ForceColoursAsync(sight, areForced: true);
            if (isFirst || BarLook.MakesPictures)
            {
                wrong.AddRange((await BarLook.ViolationsAsync(sight)).Select(w => $"{name} in forced colours: {w}"));
            }

            wrong.AddRange((await BarLook.InvisibleAsync(sight)).Select(w => $"{name}: {w}"));
            await BarLook.PictureAsync(sight, $"{label}-{name}-forced");
            await BarLook.ForceColoursAsync(sight, areForced: false);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
