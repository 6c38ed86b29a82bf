using CecSim.Simulation.Outbound;
using Microsoft.Playwright;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>
/// The page that the document tells to build, with the document's jQuery, in a real browser: HTTPS with the development
/// CA, and the bar of another site.
/// </summary>
public sealed class DocumentPageTests(Chromium chromium)
{
    private static readonly string[] TableOfEvents =
    [
        "AgentState_Busy", "AgentState_Work", "AgentState_Ready", "AgentState_SetNotReady_Success",
        "AgentState_CancelNotReady_Success", "AgentState_SetRest_Success", "AgentState_CancelRest_Success",
        "AgentState_Rest_Timeout", "AgentState_SetWork_Success", "AgentState_CancelWork_Success",
        "AgentEvent_Talking", "AgentEvent_Customer_Alerting", "AgentEvent_Call_Out_Fail", "AgentEvent_Call_Release",
        "AgentEvent_Customer_Release", "AgentOther_PhoneAlerting", "AgentEvent_TransOutResult",
    ];

    [Fact]
    public async Task A_person_signs_in_answers_a_click_to_call_and_hangs_up()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent, TableOfEvents);
        await desk.SignInAsync();
        Assert.Equal(["AgentState_Ready"], await desk.ToldAsync(1));

        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Answer" }).WaitForAsync();
        await desk.PictureAsync("bar-ringing");
        await desk.PressAsync("Answer");
        Assert.Equal(168101, await desk.Customer.NextEventIdAsync());
        await desk.Bar.GetByRole(AriaRole.Button, new() { Name = "Hold" }).WaitForAsync();
        await desk.PictureAsync("bar-talking");
        await desk.PressAsync("Hang up");
        Assert.Equal(168110, await desk.Customer.NextEventIdAsync());

        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentEvent_Talking",
                "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentState_Work", "AgentState_Ready",
            ],
            await desk.ToldAsync(8));
        Assert.Equal(1, await desk.Page.Locator("#cckbar_popup").CountAsync());
    }

    [Fact]
    public async Task The_page_has_what_the_document_names_though_its_jQuery_evaluates_the_script_twice()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent, "AgentState_Ready");
        await desk.OpenPanelAsync();

        Assert.Equal("1.8.3", await desk.Page.EvaluateAsync<string>("() => jQuery.fn.jquery"));
        Assert.Equal(1, await desk.Page.Locator("iframe[name=ccbarclient]").CountAsync());
        Assert.Equal(1, await desk.Page.Locator("div#cckbar_popup").CountAsync());
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => window.frames['ccbarclient'] === window[0]"));
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => listeners.eventpost === callback"));
        Assert.Equal(
            ["sum_atime", "sum_refresh_token", "sum_sid", "sum_token"],
            (await desk.CookiesAsync()).Select(c => c.Name).Order());
        Assert.All(
            await desk.CookiesAsync(), c => Assert.Equal((true, SameSiteAttribute.None), (c.Secure, c.SameSite)));
    }

    [Fact]
    public async Task The_listener_and_the_message_event_get_what_was_asked_for_and_nothing_else()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, AgentDesk.OneAgent, "AgentState_SetNotReady_Success");
        await desk.SignInAsync();
        await desk.ChooseAsync("Busy");

        Assert.Equal(["AgentState_SetNotReady_Success"], await desk.ToldAsync(1));
        var told = await desk.EnvelopeAsync("AgentState_SetNotReady_Success");
        Assert.Equal(("", "0"), (told.GetProperty("message").GetString(), told.GetProperty("retcode").GetString()));
        Assert.Equal("1001", told.GetProperty("event").GetProperty("workNo").GetString());
        Assert.Equal("1", told.GetProperty("event").GetProperty("content").GetProperty("reason").GetString());
        Assert.Equal(
            await desk.Page.EvaluateAsync<string>("() => JSON.stringify(told)"),
            await desk.Page.EvaluateAsync<string>("() => JSON.stringify(messages)"));
    }

    [Fact]
    public async Task One_click_calls_out_and_either_side_hangs_up()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, WithCustomers(), TableOfEvents);
        await desk.SignInAsync();
        await desk.ToldAsync(1);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Outbound call" }).ClickAsync();
        await desk.Bar.GetByText("Outgoing call").WaitForAsync();
        await desk.PictureAsync("bar-dialing");
        await desk.ToldAsync(9);
        await desk.Bar.GetByLabel("Number to call").FillAsync("88889008");
        await desk.PressAsync("Video call");
        await desk.ToldAsync(13);

        Assert.Equal(
            [
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Customer_Alerting",
                "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentState_Work",
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Call_Out_Fail",
                "AgentState_Ready",
            ],
            await desk.ToldAsync(13));
        var content = (await desk.EnvelopeAsync("AgentEvent_Talking")).GetProperty("event").GetProperty("content");
        Assert.Equal(
            ("7", "88889007"), (content.GetProperty("feature").GetString(), content.GetProperty("called").GetString()));
    }

    [Fact]
    public async Task Every_event_of_table_6_1_comes_and_each_in_its_place()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, WithCustomers(), TableOfEvents);
        await desk.SignInAsync();
        foreach (var choice in (string[])["Busy", "Ready", "Working", "Ready", "Rest"])
        {
            await desk.ChooseAsync(choice);
        }

        // The rest is over after ten minutes of space time; the browser waits for none of them.
        await desk.ToldAsync(8);
        await desk.Space.Time.AdvanceAsync(TimeSpan.FromMinutes(10), AgentDesk.TestEnds);
        await desk.ToldAsync(9);
        await desk.ChooseAsync("Ready");
        await desk.Page.EvaluateAsync("() => callout()");
        await desk.ToldAsync(19);
        await desk.Bar.GetByLabel("Number to call").FillAsync("88889008");
        await desk.PressAsync("Voice call");

        var told = await desk.ToldAsync(23);
        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_SetNotReady_Success", "AgentState_CancelNotReady_Success",
                "AgentState_Ready", "AgentState_SetWork_Success", "AgentState_CancelWork_Success", "AgentState_Ready",
                "AgentState_SetRest_Success", "AgentState_Rest_Timeout", "AgentState_CancelRest_Success",
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Customer_Alerting",
                "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentState_Work",
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Call_Out_Fail",
                "AgentState_Ready",
            ],
            told);
        Assert.Empty(TableOfEvents.Except(["AgentEvent_TransOutResult"]).Except(told));
    }

    private static Simulation.Spaces.SpaceSettings WithCustomers() => AgentDesk.OneAgent with
    {
        Outbound =
        [
            new()
            {
                Number = "88889007",
                AnswersAfter = TimeSpan.FromSeconds(1),
                TalksFor = TimeSpan.FromSeconds(1),
            },
            new() { Fate = OutboundFate.WrongNumber },
        ],
    };
}
