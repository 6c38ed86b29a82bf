namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A page that is loaded again, and one agent in two pages.</summary>
public sealed class TabsTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready", "AgentEvent_Talking"];

    [Fact]
    [Shows("9/page-leaves-its-place")]
    public async Task A_page_that_is_loaded_again_in_a_call_has_the_bar_open_and_the_call_in_it()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.SignInAsync();
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.PressAsync("Answer");
        await desk.Bar.Locator("#hold").WaitForAsync();

        await desk.Page.ReloadAsync();

        await desk.PressAsync("Hold");
        await desk.Bar.Locator("#retrieve").WaitForAsync();
        Assert.Equal("true", await desk.Button.GetAttributeAsync("aria-expanded"));
    }

    [Fact]
    [Shows("9/page-leaves-its-place", "9/second-page-told")]
    public async Task A_second_page_says_where_the_first_is_and_has_nothing_to_answer_with()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.SignInAsync();
        await desk.Bar.Locator("body[data-state=ready]").WaitForAsync();
        var second = await desk.NewPageAsync();
        var there = second.FrameLocator("iframe[name=ccbarclient]");
        await second.WaitForFunctionAsync("() => window.subscribed");
        await second.Locator("#cckbar_popup > button").ClickAsync();
        await there.GetByText("is open in another page").WaitForAsync();

        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.Locator("#answer").WaitForAsync();
        await there.Locator("body[data-state=ringing]").WaitForAsync();
        Assert.Empty(await LiveButtonsAsync(there));
        await second.EvaluateAsync("() => callout()");
        await desk.PressAsync("Answer");
        await desk.Bar.Locator("#hold").WaitForAsync();
        Assert.Equal("Talking", desk.State);

        await there.Locator("#take-over").ClickAsync();
        await desk.Bar.GetByText("is open in another page").WaitForAsync();
        Assert.Empty(await LiveButtonsAsync(desk.Bar));
        await there.Locator("#hold").ClickAsync();
        await there.Locator("#retrieve").WaitForAsync();
        Assert.Equal("Holding", desk.State);

        await second.CloseAsync();
        await desk.Bar.Locator("#retrieve").WaitForAsync();
    }

    [Fact]
    public async Task The_focus_goes_on_to_the_next_control()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.OpenPanelAsync();
        await PressAndExpectAsync("sign-in", "status");
        await desk.FocusAsync("number");
        await desk.Customer.ClickAsync(desk.Space.Settings);

        // Not to Answer itself, which a digit's worth of typing would then press.
        await FocusIsAtAsync("call");
        await desk.Page.Keyboard.PressAsync("Tab");
        await FocusIsAtAsync("answer");
        await PressAndExpectAsync("answer", "hold");
        await PressAndExpectAsync("hold", "retrieve");
        await PressAndExpectAsync("retrieve", "hold");
        await PressAndExpectAsync("hang-up", "status");
        await desk.Bar.Locator("#number").FillAsync("2000");
        await PressAndExpectAsync("call-voice", "hang-up");
        await PressAndExpectAsync("hang-up", "status");

        async Task PressAndExpectAsync(string pressed, string next)
        {
            await desk.Bar.Locator($"#{pressed}").ClickAsync(new() { Trial = true });
            await desk.FocusAsync(pressed);
            await desk.Page.Keyboard.PressAsync("Enter");
            await FocusIsAtAsync(next);
        }

        Task FocusIsAtAsync(string id) => desk.Bar.Locator($"#{id}:focus").WaitForAsync();
    }

    // What is left is not about calls: the language, the arrow that closes, and the way back.
    private static async Task<IReadOnlyList<string>> LiveButtonsAsync(IFrameLocator bar) =>
        await bar.Locator("button:visible:enabled").EvaluateAllAsync<string[]>(
            "all => all.map(b => b.id).filter(id => !['language', 'close', 'take-over'].includes(id))");
}
