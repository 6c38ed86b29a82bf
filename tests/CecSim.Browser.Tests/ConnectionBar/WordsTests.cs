namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>What becomes of things is said in words, where it is seen and where screen readers hear it.</summary>
public sealed class WordsTests(Chromium chromium)
{
    private static readonly string[] Events = ["AgentState_Ready"];

    private static readonly (string Number, string English, string Chinese)[] WrongNumbers =
    [
        ("3000", "3000 is busy.", "3000 忙线中。"),
        ("4000", "4000 cannot be reached: the number may be wrong.", "4000 无法接通，号码可能有误。"),
        ("2000", "2000 did not answer.", "2000 无人接听。"),
        ("5000", "5000 hung up.", "5000 已挂断。"),
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_call_out_that_comes_to_nothing_says_why(string language)
    {
        await using var desk = await OpenAsync(language);
        foreach (var (number, english, chinese) in WrongNumbers)
        {
            await desk.Bar.Locator("#number").FillAsync(number);
            await desk.Bar.Locator("#call-voice").ClickAsync();
            await desk.Bar.Locator("#hang-up").WaitForAsync();

            await desk.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(31), AgentDesk.TestEnds);

            var words = language == "en" ? english : chinese;
            await desk.Bar.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).WaitForAsync();
            Assert.Equal("", await desk.Bar.Locator("#number").InputValueAsync());
        }
    }

    [Theory]
    [InlineData("en", "Missed call from AnonymousCard. You are busy now", "Take calls again")]
    [InlineData("zh", "未接来电：AnonymousCard。您已被置为示忙", "恢复接听")]
    public async Task A_missed_call_says_so_and_offers_the_way_back(string language, string words, string back)
    {
        await using var desk = await OpenAsync(language);
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.Locator("#answer").WaitForAsync();
        await desk.Bar.Locator("#close").ClickAsync();
        await desk.Page.Locator("#cckbar_popup > button[aria-expanded=false]").WaitForAsync();

        await desk.Space.Time.AdvanceAsync(TimeSpan.FromSeconds(31), AgentDesk.TestEnds);

        await desk.Bar.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).WaitForAsync();

        // The panel was closed, and screen readers hear nothing of what is hidden. The page hears of it from the frame.
        await desk.Page.Locator("#cckbar_popup [role=status]").Filter(new() { HasText = words })
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("true", await desk.Button.GetAttributeAsync("aria-expanded"));
        await desk.PressAsync(back);
        await desk.Bar.Locator("body[data-state=ready]").WaitForAsync();
        Assert.Equal("", await desk.Bar.Locator("#note").TextContentAsync());
    }

    [Fact]
    public async Task What_is_refused_says_why()
    {
        await using var desk = await OpenAsync("en");
        await desk.Bar.Locator("#number").FillAsync("13800");
        var person = desk.Space.Bars.Open("11", "https://crm.example")!;
        Assert.Null(desk.Space.Bars.CallOut(person, "2000", MediaAbility.Voice));
        await desk.Page.EvaluateAsync("() => callout()");

        await desk.Bar.GetByRole(AriaRole.Status).Filter(new() { HasText = "Not during a call." }).WaitForAsync();
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told_from_a_network_that_is_and_from_one_that_forgot_the_page()
    {
        await using var desk = await OpenAsync("en");
        await desk.Context.SetOfflineAsync(true);
        await Note(desk, "This computer has no network. Trying again…").WaitForAsync();
        await desk.Context.SetOfflineAsync(false);
        await Note(desk, "").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        for (var i = 0; i < 16; i++)
        {
            desk.Space.Bars.Open("11", "https://crm.example");
        }

        await Note(desk, "The server has ended this session").WaitForAsync();
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told()
    {
        await using var desk = await OpenAsync("zh");

        await desk.Site.StopCecAsync();

        await Note(desk, "服务器无响应，正在重试…").WaitForAsync();
        Assert.Equal("接续条: 服务器无响应，正在重试…", await desk.Button.GetAttributeAsync("aria-label"));
    }

    [Fact]
    public async Task Letters_are_no_number_and_digits_are_in_any_width()
    {
        await using var desk = await OpenAsync("en");
        var number = desk.Bar.Locator("#number");
        await number.FillAsync("1380-ANN");
        await number.PressAsync("Enter");
        await desk.Bar.GetByRole(AriaRole.Alert).Filter(new() { HasText = "letters cannot be dialed" }).WaitForAsync();
        Assert.Equal("true", await number.GetAttributeAsync("aria-invalid"));
        Assert.Equal("Ready", desk.State);

        await number.FillAsync("１３８ ００－１");
        await number.PressAsync("Enter");

        await desk.Bar.GetByText("138001", new() { Exact = true }).WaitForAsync();
        Assert.Equal("", await desk.Bar.Locator("#number-problem").TextContentAsync());
    }

    private static ILocator Note(AgentDesk desk, string words) =>
        desk.Bar.Locator("#note").Filter(
            words.Length > 0 ? new() { HasText = words } : new() { HasTextRegex = new("^$") });

    private async Task<AgentDesk> OpenAsync(string language)
    {
        var desk = await AgentDesk.OpenAsync(
            chromium, BarStage.Space, Events, keepsCookies: true, language: language);
        var person = desk.Space.Bars.Open("11", "https://crm.example")!;
        Assert.Null(desk.Space.Bars.Ask(person, new AgentInput.SignIn()));
        await desk.OpenPanelAsync();
        await desk.Bar.Locator("body[data-state=ready]").WaitForAsync();
        return desk;
    }
}
