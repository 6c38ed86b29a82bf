namespace CecSim.Browser.Tests;

/// <summary>The page that checks a customer's devices as the access guides do (chapter 5, step 2).</summary>
public sealed class DeviceCheckPageTests(Chromium chromium)
{
    [Fact]
    [Shows("5/device-check")]
    public async Task A_browser_with_all_devices_is_ready_and_the_page_asks_nobody_else()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        var page = await OpenAsync(cec, hidden: "");
        var (asked, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) => asked.Add(new Uri(request.Url).GetLeftPart(UriPartial.Authority));
        page.Console += (_, line) => complaints.Add(line.Text);

        await page.GotoAsync($"{AddressOf(cec)}/demo/agent");
        await page.GetByRole(AriaRole.Link, new() { Name = "Device check" }).ClickAsync();
        await page.GetByText("Ready for voice and video", new() { Exact = true }).WaitForAsync();
        await page.Locator("#ask").ClickAsync();
        await page.GetByText("They work:").WaitForAsync();
        await page.Locator("#language").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "设备检查" }).WaitForAsync();

        Assert.All(asked, origin => Assert.Equal(AddressOf(cec), origin));
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("audioinput", "Missing a microphone! Please connect one and reload")]
    [InlineData("audiooutput", "Missing a speaker! Please connect one and reload")]
    [Shows("5/device-check")]
    public async Task A_browser_that_lacks_one_is_told_in_the_words_of_the_guide(string hidden, string problem)
    {
        await using var cec = await CecSimProcess.ServeAsync();
        var page = await OpenAsync(cec, hidden);

        await page.GotoAsync($"{AddressOf(cec)}/demo/device-check");

        await page.GetByText(problem, new() { Exact = true }).WaitForAsync();
        await page.GetByText("Not ready", new() { Exact = true }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    [Shows("5/device-check")]
    public async Task A_browser_without_a_camera_is_ready_for_voice()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        var page = await OpenAsync(cec, hidden: "videoinput");

        await page.GotoAsync($"{AddressOf(cec)}/demo/device-check");

        await page.GetByText("Ready for voice", new() { Exact = true }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    [Shows("5/device-check")]
    public async Task A_browser_without_WebRTC_is_told_so_before_all_else()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        var page = await OpenAsync(cec, hidden: "audioinput");
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })");

        await page.GotoAsync($"{AddressOf(cec)}/demo/device-check");

        await page.GetByText("WebRTC is not supported", new() { Exact = true }).WaitForAsync();
        await page.GetByText("Not ready", new() { Exact = true }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static string AddressOf(CecSimProcess cec) => cec.Address.GetLeftPart(UriPartial.Authority);

    /// <param name="hidden">The kind of device that the page shall not find.</param>
    private async Task<IPage> OpenAsync(CecSimProcess cec, string hidden)
    {
        var page = await chromium.Browser.NewPageAsync(new() { Locale = "en-US", BaseURL = AddressOf(cec) });
        await page.AddInitScriptAsync(
            $$"""
            const all = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices)
            navigator.mediaDevices.enumerateDevices = async () => (await all()).filter((d) => d.kind !== '{{hidden}}')
            """);
        return page;
    }
}
