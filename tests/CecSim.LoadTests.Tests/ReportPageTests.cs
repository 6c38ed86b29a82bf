using Microsoft.Playwright;

namespace CecSim.LoadTests.Tests;

/// <summary>The report as a colleague opens it: a file, without a network.</summary>
public sealed class ReportPageTests
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task The_report_shows_its_figures_and_charts_and_asks_nobody_for_anything()
    {
        using var load = new LoadProcess();
        await load.RunAsync("event-latency --held 20 --rate 20 --for 2s --no-peers --no-warm-up --lag-max 600000");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        var page = await browser.NewPageAsync();
        var troubles = new List<string>();
        page.PageError += (_, e) => troubles.Add(e);
        page.Console += (_, m) => troubles.AddRange(m.Type == "error" ? [m.Text] : []);
        page.Request += (_, r) => troubles.AddRange(r.Url.StartsWith("file:", StringComparison.Ordinal) ? [] : [r.Url]);

        await page.GotoAsync("file://" + load.Html);

        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("All of it was answered");
        await Assertions.Expect(page.Locator("#figures")).ToContainTextAsync("event, as the server saw it p99");
        await Assertions.Expect(page.Locator("#percentiles canvas")).ToHaveCountAsync(1);
        Assert.True(await page.Locator("#time canvas").CountAsync() >= 4);
        Assert.Empty(troubles);
    }
}
