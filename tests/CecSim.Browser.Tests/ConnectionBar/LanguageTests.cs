namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>One language, of the bar and of the page around it, kept.</summary>
public sealed class LanguageTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    [Fact]
    public async Task A_note_is_in_the_language_of_the_page_however_often_it_is_loaded()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium,
            BarStage.Space with
            {
                Faults = [new FaultRule(CecOperation.Ccbarclient, FaultWhen.Always, new CookiesRefused())],
            },
            Events,
            keepsCookies: true,
            language: "zh-CN");

        for (var i = 0; i < 5; i++)
        {
            await desk.Bar.GetByText("此页面未登录到呼叫中心").WaitForAsync();
            Assert.Equal("zh", await desk.Bar.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal("接续条", await desk.Button.GetAttributeAsync("aria-label"));
            await desk.Page.ReloadAsync();
        }
    }

    [Fact]
    public async Task What_a_person_chose_stays_chosen()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space, Events, keepsCookies: true, language: "zh");
        await desk.OpenPanelAsync();
        await desk.PressAsync("English");
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Offline" }).WaitForAsync();

        await desk.Page.ReloadAsync();
        await desk.OpenPanelAsync();

        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Offline" }).WaitForAsync();
    }

    [Fact]
    public async Task A_page_that_changes_its_language_takes_the_bar_with_it()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.OpenPanelAsync();

        await desk.Page.EvaluateAsync("() => document.documentElement.lang = 'zh-Hans'");

        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "状态: 离线" }).WaitForAsync();
    }

    [Fact]
    public async Task The_demo_desk_and_its_bar_have_one_language()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space);
        var page = await desk.OpenDemoAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "加载接续条" }).ClickAsync();
        await desk.Button.ClickAsync();
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "状态: 离线" }).WaitForAsync();

        await desk.PressAsync("English");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Agent desktop" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "状态: 离线" }).WaitForAsync();

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "座席桌面" }).WaitForAsync();
        Assert.Equal("zh", await page.Locator("html").GetAttributeAsync("lang"));
    }
}
