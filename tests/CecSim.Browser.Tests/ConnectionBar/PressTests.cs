namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>One press does one thing, however nervous the hand: a double click, a held key, two taps.</summary>
public sealed class PressTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(320, 568)]
    [InlineData(568, 320)]
    [InlineData(320, 180)]
    public async Task A_double_click_on_Answer_answers_and_nothing_else(int width, int height)
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.Page.SetViewportSizeAsync(width, height);
        await desk.SignInAsync();
        await desk.Customer.ClickAsync(desk.Space.Settings);
        var before = await BoxAsync(desk, "answer");

        await desk.Bar.Locator("#answer").DblClickAsync();

        await desk.Bar.Locator("#hang-up").WaitForAsync();
        await desk.PressAsync("Hold");
        await desk.Bar.Locator("#retrieve").WaitForAsync();
        Assert.Equal("Holding", desk.State);
        Assert.Equal("false", await desk.Bar.Locator("#mute").GetAttributeAsync("aria-pressed"));
        Assert.False(Meet(before, await BoxAsync(desk, "hang-up")));
    }

    [Theory]
    [InlineData(1280, 720, "call-voice")]
    [InlineData(1280, 720, "call-video")]
    [InlineData(320, 180, "call-voice")]
    public async Task A_double_click_on_a_call_button_calls_once_and_hangs_nothing_up(int width, int height, string id)
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.Page.SetViewportSizeAsync(width, height);
        await desk.SignInAsync();
        await desk.Bar.Locator("#number").FillAsync("2000");
        var before = await BoxAsync(desk, id);

        await desk.Bar.Locator($"#{id}").DblClickAsync();

        await desk.Bar.Locator("#hang-up").WaitForAsync();
        Assert.False(Meet(before, await BoxAsync(desk, "hang-up")));
        Assert.Equal("Dialing", desk.State);
        Assert.Equal("", await desk.Bar.Locator("#note").TextContentAsync());
    }

    // A double tap comes as two clicks of their own; a slow server gives a person time for more of them.
    [Fact]
    public async Task Two_taps_on_Answer_answer_though_the_server_is_slow()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium,
            BarStage.Space with
            {
                Faults =
                [
                    new FaultRule(CecOperation.AgentAction, FaultWhen.Always, new Delay(TimeSpan.FromSeconds(1))),
                ],
            },
            Events);
        await desk.SignInAsync();
        await desk.Bar.Locator("#call-voice").WaitForAsync();
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.Locator("#answer").ClickAsync(new() { Trial = true });
        var box = (await desk.Bar.Locator("#answer").BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        while (await desk.Bar.Locator("#answer").IsVisibleAsync())
        {
            await desk.Page.Mouse.ClickAsync(x, y);
        }

        await desk.Page.Mouse.ClickAsync(x, y);

        await desk.Bar.Locator("#hold").WaitForAsync();
        Assert.Equal("Talking", desk.State);
        Assert.Equal("false", await desk.Bar.Locator("#mute").GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task Toggles_are_toggled_once_by_a_double_click()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.Page.WaitForFunctionAsync("() => window.subscribed");
        await desk.Button.DblClickAsync();
        Assert.Equal("true", await desk.Button.GetAttributeAsync("aria-expanded"));
        await desk.Bar.Locator("#status").DblClickAsync();
        Assert.Equal("true", await desk.Bar.Locator("#status").GetAttributeAsync("aria-expanded"));
        await desk.Bar.GetByRole(AriaRole.Menuitem).First.DblClickAsync();
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Ready" }).WaitForAsync();
        Assert.Equal("false", await desk.Bar.Locator("#status").GetAttributeAsync("aria-expanded"));

        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.PressAsync("Answer");
        await desk.Bar.Locator("#hold").DblClickAsync();
        await desk.Bar.Locator("#retrieve").ClickAsync(new() { Trial = true });
        Assert.Equal("Holding", desk.State);
        await desk.Bar.Locator("#retrieve").DblClickAsync();
        await desk.Bar.Locator("#mute").ClickAsync(new() { Trial = true });
        Assert.Equal("Talking", desk.State);
        await desk.Bar.Locator("#mute").DblClickAsync();
        Assert.Equal("true", await desk.Bar.Locator("#mute").GetAttributeAsync("aria-pressed"));
        await desk.Bar.Locator("#language").DblClickAsync();
        Assert.Equal("zh", await desk.Bar.Locator("html").GetAttributeAsync("lang"));
        await desk.Bar.Locator("#hang-up").DblClickAsync();
        await desk.Bar.Locator("#number").WaitForAsync();
        await desk.Bar.Locator("#close").DblClickAsync();
        Assert.Equal("false", await desk.Button.GetAttributeAsync("aria-expanded"));
        Assert.Equal("WrapUp", desk.State);
    }

    [Fact]
    public async Task A_double_click_on_a_button_of_the_page_calls_once_and_is_no_mistake()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space with { Outbound = [new() { Fate = OutboundOutcome.NoAnswer }] }, Events);
        await desk.SignInAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Outbound call" }).DblClickAsync();

        await desk.PressAsync("Hang up");
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Status: Ready" }).WaitForAsync();
        Assert.Equal("", await desk.Bar.Locator("#note").TextContentAsync());
    }

    [Fact]
    public async Task A_key_that_is_held_down_presses_once()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, BarStage.Space, Events);
        await desk.SignInAsync();
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.FocusAsync("answer");

        // Playwright sends a key that is down already as one that repeats itself.
        await desk.Page.Keyboard.DownAsync("Enter");
        for (var i = 0; i < 20; i++)
        {
            await desk.Page.Keyboard.DownAsync("Enter");
        }

        await desk.Bar.Locator("#hold").ClickAsync(new() { Trial = true });
        for (var i = 0; i < 20; i++)
        {
            await desk.Page.Keyboard.DownAsync("Enter");
        }

        await desk.Page.Keyboard.UpAsync("Enter");
        Assert.Equal("Talking", desk.State);
    }

    /// <summary>From the lower edge of the frame, which is where its keys are.</summary>
    private static async Task<(float Left, float Top, float Right, float Bottom)> BoxAsync(AgentDesk desk, string id)
    {
        var box = (await desk.Bar.Locator($"#{id}").BoundingBoxAsync())!;
        return (box.X, box.Y, box.X + box.Width, box.Y + box.Height);
    }

    private static bool Meet(
        (float Left, float Top, float Right, float Bottom) a, (float Left, float Top, float Right, float Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
