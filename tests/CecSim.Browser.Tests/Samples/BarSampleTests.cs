using CecSim.Browser.Tests.ConnectionBar;

namespace CecSim.Browser.Tests.Samples;

/// <summary>
/// What becomes of the pages that the connection bar's document prints, each as it stands there, and with the smallest
/// change that makes it do what the document says.
/// </summary>
public sealed class BarSampleTests(Chromium chromium)
{
    private const string NoCallback = "page error: ReferenceError: callback is not defined";
    private const string NoListener = "info: CecSim: AgentState_Ready came as a message event only";

    [Fact]
    [Shows("9.5/callback-undefined", "9/tenantspaceld")]
    public async Task The_page_of_5_4_2_has_the_bar_and_message_events_and_no_listener()
    {
        await using var desk = await PrintedPage.OpenAsync(chromium);
        await desk.SignInAsync();
        await desk.Page.WaitForFunctionAsync("() => messages.length === 1");

        Assert.Equal([NoCallback], Errors(desk));
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => listeners.eventpost === undefined"));
        Assert.Equal(
            "AgentState_Ready", await desk.Page.EvaluateAsync<string>("() => messages[0].event.eventType"));
        Assert.Contains(desk.Console, line => line.StartsWith(NoListener, StringComparison.Ordinal));
    }

    [Fact]
    [Shows("9.5/callback-undefined")]
    public async Task With_a_callback_of_its_own_it_is_told()
    {
        await using var desk = await PrintedPage.OpenAsync(chromium, before: PrintedPage.Callback);
        await desk.SignInAsync();

        Assert.Equal(["AgentState_Ready"], await desk.ToldAsync(1));
        Assert.Empty(Errors(desk));
        Assert.DoesNotContain(desk.Console, line => line.StartsWith(NoListener, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_leaves_the_page_of_5_4_2_empty_and_only_the_browser_says_so()
    {
        await using var desk = await PrintedPage.OpenAsync(
            chromium, html: PrintedPage.Html.Replace("ACCESS_TOKEN", "another", StringComparison.Ordinal));
        await desk.Page.WaitForFunctionAsync(
            "() => performance.getEntriesByType('resource').some(r => r.name.includes('ccbarclient.js'))");

        Assert.Equal(0, await desk.Page.Locator("#cckbar_popup").CountAsync());
        Assert.Empty(Errors(desk));
        Assert.Contains(desk.Console, line => line.Contains("status of 500", StringComparison.Ordinal));
    }

    [Fact]
    [Shows("9.5/onload-too-early")]
    public async Task The_page_of_6_1_asks_before_the_bar_is_there_and_takes_each_message_for_a_call()
    {
        await using var desk = await PrintedPage.OpenAsync(chromium, after: PrintedPage.AskOnLoad);
        await desk.SignInAsync();
        await desk.Page.WaitForFunctionAsync("() => alerts.length === 2");
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Answer" }).WaitForAsync();

        Assert.Equal(
            ["page error: TypeError: Cannot read properties of undefined (reading 'postMessage')"], Errors(desk));

        // Once as the listener of 5.4 and once for the message event; that it rings is told to nobody.
        Assert.Equal(
            ["AgentState_Ready"],
            await desk.Page.EvaluateAsync<string[]>("() => messages.map(m => m.event.eventType)"));
        Assert.Equal(["a new call", "a new call"], await desk.Page.EvaluateAsync<string[]>("() => alerts"));
    }

    [Fact]
    [Shows("9.5/onload-too-early")]
    public async Task Asked_for_a_second_after_the_answer_and_read_by_its_name_the_event_of_6_1_comes()
    {
        var html = PrintedPage.Html
            .Replace("\"AgentState_Ready\"", "\"AgentOther_PhoneAlerting\"", StringComparison.Ordinal)
            .Replace("window.listeners[\"eventpost\"] = callback;", "", StringComparison.Ordinal);
        await using var desk = await PrintedPage.OpenAsync(
            chromium,
            after:
            """
            window.addEventListener('message', function (message) {
              if (message.data.event && message.data.event.eventType === "AgentOther_PhoneAlerting") { alert("a call") }
            })
            """,
            html: html);
        await desk.SignInAsync();
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Page.WaitForFunctionAsync("() => alerts.length > 0");

        Assert.Equal(["a call"], await desk.Page.EvaluateAsync<string[]>("() => alerts"));
        Assert.Empty(Errors(desk));
    }

    [Fact]
    [Shows("9.5/callout-as-printed")]
    public async Task The_call_out_of_5_5_and_6_2_goes_out_as_printed()
    {
        await using var desk = await PrintedPage.OpenAsync(
            chromium, before: PrintedPage.Callback, after: PrintedPage.CallOut);
        await desk.SignInAsync();
        await desk.ToldAsync(1);
        await desk.Page.EvaluateAsync("() => callout()");
        await desk.Bar.GetByText("Outgoing call").WaitForAsync();
        Assert.Equal("88889007", await desk.Bar.Locator("#call-number").TextContentAsync());

        Assert.Empty(Errors(desk));
    }

    /// <summary>Nothing but these samples says that a CEC sets that name.</summary>
    [Fact]
    [Shows("9.5/callout-as-printed")]
    public async Task Of_a_CEC_that_does_not_set_the_other_spelling_the_call_out_needs_the_pages_own()
    {
        await using var desk = await PrintedPage.OpenAsync(
            chromium, before: PrintedPage.Callback, after: PrintedPage.CallOut);
        await desk.SignInAsync();
        await desk.ToldAsync(1);
        await desk.Page.EvaluateAsync("() => { delete window.$saicc_ContextPath }");

        var failed = await Assert.ThrowsAsync<PlaywrightException>(() => desk.Page.EvaluateAsync("() => callout()"));
        Assert.Contains("$saicc_ContextPath is not defined", failed.Message, StringComparison.Ordinal);

        await desk.Page.AddScriptTagAsync(new()
        {
            Content = PrintedPage.CallOut.Replace("$saicc_", "$aicc_", StringComparison.Ordinal),
        });
        await desk.Page.EvaluateAsync("() => callout()");
        await desk.Bar.GetByText("Outgoing call").WaitForAsync();
        Assert.Equal("88889007", await desk.Bar.Locator("#call-number").TextContentAsync());
    }

    private static List<string> Errors(AgentDesk desk) =>
        [.. desk.Console.Where(line => line.StartsWith("page error: ", StringComparison.Ordinal))];
}
