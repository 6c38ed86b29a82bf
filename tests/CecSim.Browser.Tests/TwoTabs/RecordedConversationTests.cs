namespace CecSim.Browser.Tests.TwoTabs;

/// <summary>A conversation that the server has recorded, heard at the console.</summary>
public sealed class RecordedConversationTests(Chromium chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cecsim-heard-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Both_sides_are_heard_at_the_console_when_the_call_is_over()
    {
        await using var tabs = await TwoTabs.OpenAsync(chromium, recordings: _folder);
        await tabs.TalkAsync();
        Assert.True(await TwoTabs.PitchAsync(tabs.Customer) > 0);
        await tabs.Agent.Locator("#phone-hang-up").ClickAsync();
        await TwoTabs.SaysAsync(tabs.Customer, "The other side has hung up.");
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync($"{tabs.Address}/_cecsim/ui#/spaces/demo/calls/1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hear both" }).ClickAsync();

        Assert.True(await page.EvaluateAsync<bool>(
            Waiting.Until("document.querySelector('audio')?.duration > 0.5")));
        Assert.True(await page.EvaluateAsync<bool>(
            Waiting.Until("document.querySelector('audio').currentTime > 0")));
        await page.CloseAsync();
    }
}
