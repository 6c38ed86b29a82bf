namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>
/// The page that the document tells to build, in other words and with jQuery 1.8.3 for 1.8.0, in a real browser: HTTPS
/// with the development CA, and the bar of another site.
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
    [Shows("9/icon-opens-bar", "9/offline-sign-in", "9.3/connected-by-answer")]
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
    [Shows(
        "9/cookies-samesite", "9/cckbar-popup", "9/no-space-of-page", "9/icon-lower-right", "9/style-is-its-own",
        "9/frame-name", "9/listeners")]
    public async Task The_page_has_what_the_document_names_though_its_jQuery_evaluates_the_script_twice()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, AgentDesk.OneAgent, "AgentState_Ready");
        await desk.OpenPanelAsync();

        Assert.Equal("1.8.3", await desk.Page.EvaluateAsync<string>("() => jQuery.fn.jquery"));
        Assert.Equal(1, await desk.Page.Locator("iframe[name=ccbarclient]").CountAsync());
        Assert.Equal(1, await desk.Page.Locator("div#cckbar_popup").CountAsync());
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => window.frames['ccbarclient'] === window[0]"));
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => listeners.eventpost === callback"));
        await desk.Page.AddStyleTagAsync(
            new() { Content = "#cckbar_popup { position: static; right: 90px; bottom: 90px; display: block }" });
        Assert.True(await desk.Page.EvaluateAsync<bool>(
            """
            () => {
              const button = document.querySelector("#cckbar_popup > button").getBoundingClientRect();
              return innerWidth - button.right < 50 && innerHeight - button.bottom < 50;
            }
            """));
        Assert.True(await desk.Page.EvaluateAsync<bool>(
            """
            () => {
              const height = document.body.offsetHeight;
              document.getElementById("cckbar_popup").style.display = "none";
              return document.body.offsetHeight === height;
            }
            """));
        Assert.Equal(
            [
                "bes-site-param", "com.huawei.boss.CURRENT_MENUID", "com.huawei.boss.CURRENT_TAB", "sum_atime",
                "sum_gvcode_key", "sum_refresh_token", "sum_sid", "sum_token", "u-ct", "u-i18n", "u-locale",
            ],
            (await desk.CookiesAsync()).Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.All(
            await desk.CookiesAsync(), c => Assert.Equal((true, SameSiteAttribute.None), (c.Secure, c.SameSite)));
    }

    [Fact]
    [Shows(
        "9/understood-after-1000-ms", "9.1/eventpost-text", "9.1/only-subscribed",
        "9.2/listener-called", "9.2/message-event", "9.2/envelope",
        "9.2/event-fields", "9.2/bare-envelope")]
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
    [Shows(
        "9/saicc-context-path", "9/dials-at-bar", "9.1/callout-list", "9.3/order-outgoing")]
    public async Task One_click_calls_out_and_a_wrong_number_comes_to_nothing()
    {
        await using var desk = await AgentDesk.OpenAsync(
            chromium, WithCustomers(talkFor: TimeSpan.FromSeconds(1)), TableOfEvents);
        await desk.SignInAsync();
        await desk.ToldAsync(1);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Outbound call" }).ClickAsync();
        await desk.Bar.GetByText("Outgoing call").WaitForAsync();
        await desk.PictureAsync("bar-dialing");
        await desk.ToldAsync(8);
        await desk.Bar.GetByLabel("Number to call").FillAsync("88889008");
        await desk.PressAsync("Video call");
        await desk.ToldAsync(12);

        Assert.Equal(
            [
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy",
                "AgentEvent_Talking", "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentState_Work",
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Call_Out_Fail",
                "AgentState_Ready",
            ],
            await desk.ToldAsync(12));
        var content = (await desk.EnvelopeAsync("AgentEvent_Talking")).GetProperty("event").GetProperty("content");
        Assert.Equal(
            ("7", "88889007"), (content.GetProperty("feature").GetString(), content.GetProperty("called").GetString()));
    }

    [Fact]
    [Shows("9.3/trans-out-result", "9.3/customer-alerting")]
    public async Task Every_event_of_table_6_1_comes_and_each_in_its_place()
    {
        await using var desk = await AgentDesk.OpenAsync(chromium, WithCustomers(talkFor: null), TableOfEvents);
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
        await desk.ToldAsync(14);
        await desk.PressAsync("Hold");
        await desk.ToldAsync(15);
        await desk.PressAsync("Hang up");
        await desk.ToldAsync(19);
        await desk.Bar.GetByLabel("Number to call").FillAsync("88889008");
        await desk.PressAsync("Voice call");
        await desk.ToldAsync(23);
        await desk.Customer.ClickAsync(desk.Space.Settings);
        await desk.PressAsync("Answer");
        await desk.PressAsync("Transfer");
        await desk.Bar.GetByLabel("Transfer to").SelectOptionAsync("second");
        await desk.PressAsync("Transfer now");

        var told = await desk.ToldAsync(30);
        Assert.Equal(
            [
                "AgentState_Ready", "AgentState_SetNotReady_Success", "AgentState_CancelNotReady_Success",
                "AgentState_Ready", "AgentState_SetWork_Success", "AgentState_CancelWork_Success", "AgentState_Ready",
                "AgentState_SetRest_Success", "AgentState_Rest_Timeout", "AgentState_CancelRest_Success",
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Talking",
                "AgentEvent_Customer_Alerting", "AgentEvent_Call_Release", "AgentEvent_Customer_Release",
                "AgentState_Work",
                "AgentState_Ready", "AgentOther_PhoneAlerting", "AgentState_Busy", "AgentEvent_Call_Out_Fail",
                "AgentState_Ready", "AgentState_Busy", "AgentOther_PhoneAlerting", "AgentEvent_Talking",
                "AgentEvent_Call_Release", "AgentEvent_Customer_Release", "AgentState_Work", "AgentState_Ready",
            ],
            told);
        Assert.Empty(TableOfEvents.Except(["AgentEvent_TransOutResult"]).Except(told));
    }

    // Nobody serves the second queue, so that a call which is handed on comes back to no one.
    private static Simulation.Spaces.SpaceSettings WithCustomers(TimeSpan? talkFor) => AgentDesk.OneAgent with
    {
        Queues = [.. AgentDesk.OneAgent.Queues, new() { Name = "second", Type = QueueType.VoiceClickToDial }],
        Agents =
        [
            AgentDesk.OneAgent.Agents[0] with { Skills = [new AgentSkill("voice-click")] },

            // A queue without an agent on duty takes no customer from another.
            new() { WorkNo = 1002, Skills = [new AgentSkill("second")] },
        ],
        Outbound =
        [
            new()
            {
                Number = "88889007",
                AnswersAfter = TimeSpan.FromSeconds(1),
                TalksFor = talkFor,
            },
            new() { Fate = OutboundOutcome.WrongNumber },
        ],
    };
}
