namespace CecSim.Browser.Tests.WebConsole;

/// <summary>What a space comes to over time, and reports of load, at the console.</summary>
public sealed class ChartTests(Chromium chromium)
{
    [Fact]
    public async Task What_a_space_comes_to_is_drawn_and_said()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.OpenViewAsync("charts");

        await site.Page.Locator(".plot canvas").Nth(5).WaitForAsync();
        await SaysAsync(site, "Calls by state", "Connected", "1");
        await SaysAsync(site, "Held polls and callers in queues", "Held polls", "0");
        var poll = await site.HeldPollAsync();
        await SaysAsync(site, "Held polls and callers in queues", "Held polls", "1");
        await SaysAsync(site, "How late events are, ms", "p99", "–", isOther: true);

        Assert.False(poll.IsCompleted);
        Assert.Empty(site.Complaints);
        Assert.Equal([site.Address], site.Asked.Keys);
    }

    [Fact]
    public async Task A_chart_is_drawn_anew_in_the_colours_of_another_theme()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.OpenViewAsync("charts");
        var canvas = site.Page.Locator(".plot canvas").First;
        await canvas.WaitForAsync();
        await SaysAsync(site, "Requests a second", "Requests", "0");
        var light = await HasAsync("rgb(90, 102, 117)");

        await site.Page.GetByLabel("Colours").SelectOptionAsync("dark");

        var dark = await HasAsync("rgb(169, 181, 196)");
        Assert.True(light && dark, $"light: {light}, dark: {dark}");

        // The axes' words: of their colour is at least one point of the canvas.
        Task<bool> HasAsync(string colour) => site.Page.EvaluateAsync<bool>(Waiting.Until(
            $$"""
            (() => {
              const canvas = document.querySelector('.plot canvas');
              const wanted = '{{colour}}'.match(/\d+/g).map(Number);
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] === 255 && wanted.every((w, j) => Math.abs(data[i + j] - w) < 3)) {
                  return true;
                }
              }
              return false;
            })()
            """));
    }

    [Fact]
    public async Task A_report_of_load_opens_and_its_words_stay_text()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);

        await site.OpenLoadReportAsync();

        var row = site.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "tokens /s" });
        Assert.Equal(["200", "400", "0.5"], await row.Locator("td").AllTextContentsAsync());
        await site.Page.GetByText("<b>one</b> request failed").WaitForAsync();
        await SaysAsync(site, "Answers a second", "floor", "401");
        Assert.Empty(site.Complaints);
    }

    [Fact]
    public async Task What_is_no_report_of_load_is_refused_by_its_name()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium);
        await site.OpenLoadReportAsync();

        await site.Page.GetByLabel("File").SetInputFilesAsync(
            new FilePayload { Name = "<i>x.json", MimeType = "application/json", Buffer = "[]"u8.ToArray() });

        await site.Page.GetByText("<i>x.json is no result.json of the load generator.").WaitForAsync();
        Assert.Equal(0, await site.Page.Locator(".plot").CountAsync());
        Assert.Empty(site.Complaints);
    }

    /// <summary>Waits until a chart's legend says what its line has come to.</summary>
    private static Task SaysAsync(ConsoleSite site, string chart, string line, string value, bool isOther = false)
    {
        var said = site.Page.GetByRole(AriaRole.Group, new() { Name = chart, Exact = true }).Locator(".legend > div")
            .Filter(new() { Has = site.Page.Locator("dt", new() { HasTextString = line }) }).Locator("dd");
        var exactly = new System.Text.RegularExpressions.Regex($"^{value}$");
        return said.Filter(isOther ? new() { HasNotTextRegex = exactly } : new() { HasTextRegex = exactly })
            .WaitForAsync();
    }
}
