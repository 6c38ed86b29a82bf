using Microsoft.Playwright;

namespace CecSim.Browser.Tests.WebConsole;

/// <summary>Snapshots by name, as a person saves them and goes back.</summary>
public sealed class SnapshotViewTests(Chromium chromium)
{
    [Fact]
    public async Task A_snapshot_is_saved_and_gone_back_to_and_two_are_compared()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium, new SpaceSettings());
        var page = site.Page;
        await SaveAsync("quiet");
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await SaveAsync("called");

        await page.GetByText("Differences").ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "calls[0]" }).WaitForAsync();
        await Row("quiet").GetByRole(AriaRole.Button, new() { Name = "Go back" }).ClickAsync();
        await Row("quiet").GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();

        await Eventually.IsTrueAsync(
            "the space has no call any more", () => site.Space.Calls.View.Count == 0);
        await Row("called").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Row("called").GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Row("called").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        ILocator Row(string name) => page.GetByRole(AriaRole.Region, new() { Name = "Snapshots" })
            .GetByRole(AriaRole.Row).Filter(new() { HasText = name });

        async Task SaveAsync(string name)
        {
            await page.GetByLabel("Snapshot name").FillAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save a snapshot" }).ClickAsync();
            await Row(name).WaitForAsync();
        }
    }

    [Fact]
    public async Task A_step_of_a_ladder_is_stepped_to_and_a_space_made_that_stands_there()
    {
        await using var site = await ConsoleSite.OpenAsync(chromium, new SpaceSettings());
        var page = site.Page;
        await site.SignInAsync();
        await site.ClickToCallAsync();
        await site.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(9), ConsoleSite.TestEnds);
        await site.OpenViewAsync("calls/1");
        await page.Locator(".ladder .step").First.WaitForAsync();

        await page.GetByLabel("Step", new() { Exact = true }).FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a space that stands here" }).ClickAsync();

        await page.GetByText("demo-2", new() { Exact = true }).WaitForAsync();
        await page.Locator(".ladder .step").First.WaitForAsync();
        Assert.Empty(site.Complaints);
    }
}
