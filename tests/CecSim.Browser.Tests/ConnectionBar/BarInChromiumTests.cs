namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>What a person sees and does at the bar, and what becomes of it when something goes wrong.</summary>
public sealed class BarInChromiumTests(Chromium chromium)
{
    [Fact]
    [Shows("8/401-without-cookies")]
    public async Task A_browser_that_blocks_the_cookies_of_third_parties_is_told_so()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, AgentDesk.OneAgent, ["AgentState_Ready"], keepsCookies: false);

        await desk.Bar.GetByText("allow its cookies").WaitForAsync();

        await desk.PictureAsync("bar-without-cookies");
        Assert.Empty(await desk.ToldAsync(0));
    }

    [Fact]
    public async Task So_is_one_that_gets_none_by_a_fault()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, With(CecOperation.Ccbarclient, new CookiesRefused()), "AgentState_Ready");

        await desk.Bar.GetByText("allow its cookies").WaitForAsync();
    }

    [Fact]
    [Shows("9/lost-before-the-frame")]
    public async Task A_frame_that_is_late_misses_what_the_page_posts_after_a_second()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, With(CecOperation.Ccbarclient, new FrameLate(TimeSpan.FromSeconds(2))), "AgentState_Ready");
        await desk.SignInAsync();
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Ready" }).WaitForAsync();

        await desk.Page.EvaluateAsync(
            """
            () => window.frames["ccbarclient"].postMessage(
              { name: "eventpost", param: ["AgentState_CancelNotReady_Success"] }, $saicc_ContextPath)
            """);
        await desk.ChooseAsync("Busy");
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Busy" }).WaitForAsync();
        await desk.ChooseAsync("Ready");

        // Events come in order: what was told before this one would stand before it.
        Assert.Equal(["AgentState_CancelNotReady_Success"], await desk.ToldAsync(1));
    }

    [Fact]
    [Shows("9/one-page-per-agent")]
    public async Task A_second_page_of_the_same_agent_is_told_nothing_and_found_out()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, AgentDesk.OneAgent, "AgentState_SetNotReady_Success", "AgentState_Ready");
        await desk.SignInAsync();
        await desk.ToldAsync(1);
        var second = await desk.NewPageAsync();
        await second.WaitForFunctionAsync("() => window.subscribed");
        await second.FrameLocator("iframe[name=ccbarclient]").Locator("#take-over:not([hidden])")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await desk.ChooseAsync("Busy");
        await desk.ChooseAsync("Ready");

        Assert.Equal(
            ["AgentState_Ready", "AgentState_SetNotReady_Success", "AgentState_Ready"], await desk.ToldAsync(3));
        Assert.Equal(0, await second.EvaluateAsync<int>("() => told.length"));
        Assert.Contains(desk.Space.Monitor.Read(), f => f.Rule.Code == "bar-open-twice");
    }

    [Fact]
    [Shows("9/transfer")]
    public async Task A_call_is_held_taken_back_and_handed_on_to_a_simulated_agent()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium,
            AgentDesk.OneAgent with
            {
                Queues =
                [
                    new() { Name = "first", Type = QueueType.VoiceClickToDial },
                    new() { Name = "second", Type = QueueType.VoiceClickToDial },
                ],
                Agents =
                [
                    new() { WorkNo = 1001, AccountCode = "11", Skills = [new AgentSkill("first")] },
                    new() { WorkNo = 1002, Skills = [new AgentSkill("second")] },
                ],
            },
            "AgentEvent_Hold", "AgentEvent_Talking");
        await desk.SignInAsync();
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.PressAsync("Answer");
        await desk.PressAsync("Hold");
        await desk.PictureAsync("bar-holding");
        await desk.PressAsync("Resume");
        Assert.Equal(["AgentEvent_Talking", "AgentEvent_Hold", "AgentEvent_Talking"], await desk.ToldAsync(3));

        await desk.PressAsync("Mute");
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Unmute", Pressed = true }).WaitForAsync();
        await desk.PressAsync("Transfer");
        await desk.Bar.GetByLabel("Transfer to").SelectOptionAsync("second");
        await desk.PictureAsync("bar-transferring");
        await desk.PressAsync("Transfer now");

        Assert.Equal(168101, await desk.Customer.NextEventIdAsync());
        Assert.Equal(168106, await desk.Customer.NextEventIdAsync());
        Assert.Equal(168101, await desk.Customer.NextEventIdAsync());
        Assert.Equal(1002, desk.Space.Calls.View.Single().WorkNo);
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent, "AgentState_Ready");
        await desk.Page.WaitForFunctionAsync("() => window.subscribed");
        await desk.Button.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.FocusAsync("status");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["AgentState_Ready"], await desk.ToldAsync(1));

        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Incoming call" }).WaitForAsync(
            new() { State = WaitForSelectorState.Attached });
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Answer" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Space");
        Assert.Equal(168101, await desk.Customer.NextEventIdAsync());

        await desk.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await desk.Button.GetAttributeAsync("aria-expanded"));
    }

    [Fact]
    public async Task It_speaks_Chinese_too()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent, "AgentState_Ready");
        await desk.OpenPanelAsync();

        await desk.PressAsync("中文");
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "状态: 离线" }).WaitForAsync();

        Assert.Equal("zh", await desk.Bar.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("接续条: 离线", await desk.Button.GetAttributeAsync("aria-label"));
        await desk.PictureAsync("bar-chinese");
    }

    [Fact]
    public async Task The_demo_desk_loads_the_bar_and_calls_out()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent);
        var page = await desk.OpenDemoAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Load the connection bar" }).ClickAsync();
        await page.Locator("#numbers button:enabled").First.WaitForAsync();
        await desk.Button.ClickAsync();
        await desk.PressAsync("Sign in");
        await page.GetByRole(AriaRole.Cell, new() { Name = "AgentState_Ready" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Voice call to 88889007" }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "AgentEvent_Talking" }).WaitForAsync();

        await desk.PictureAsync("demo-desk");
        Assert.Equal("88889007", await desk.Bar.Locator("#call-number").TextContentAsync());
    }

    [Fact]
    public async Task The_demo_desk_shows_why_it_is_not_let_in()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent);
        var page = await desk.OpenDemoAsync();
        await page.GetByLabel("access_token").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Load the connection bar" }).ClickAsync();

        await page.GetByText("thridParty validate failed and the errorMessage is validate failed").WaitForAsync();
    }

    private static Simulation.Spaces.SpaceSettings With(CecOperation at, Fault fault) =>
        AgentDesk.OneAgent with { Faults = [new FaultRule(at, FaultWhen.Always, fault)] };
}
