using CecSim.Server.Gateway;
using CecSim.Simulation.Scripts;
using CecSim.Telephony.WebRtc.Sdp;

namespace CecSim.Browser.Tests.Phones;

/// <summary>
/// The whole way of a call in a customer's page: tokens, click-to-call, event 168101, SIP, sound and picture, and the
/// end of it, with the SIP libraries that such pages use and the real server.
/// </summary>
public sealed class CallsInChromiumTests(Chromium chromium)
{
    public static TheoryData<string> Libraries => ["jssip", "sipjs"];

    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Libraries))]
    [Shows(
        "6/demo-calls-accesscode", "6/gwaddresses-full-urls", "6/uri-and-invalid-contact",
        "6/ice-lite-answer", "6/no-stun-nor-turn", "6/invite-without-register", "6/voice",
        "6/bye-brings-168110", "6/caller-and-called")]
    public async Task A_voice_call_is_heard_and_the_customer_hangs_up(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library);

        var audio = await page.UntilAsync("audio", "s.packets > 100 && s.energy > 0");
        Assert.Equal(("audio/opus", 0), (audio.Codec, audio.Lost));

        Assert.Equal("-1 released by the customer", await page.EvaluateAsync<string>(
            """
            async () => {
              const poll = cec.eventOf(168110)
              await phone.hangUp()
              const { causeId, causeDesc } = (await poll).content
              return `${causeId} ${causeDesc}`
            }
            """));
        Assert.Equal(0, page.Media.Counts.Calls);
        Assert.Empty(page.Guard.Failures);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    [Shows("6/video")]
    public async Task A_video_call_is_heard_and_seen(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library, video: true);

        var audio = await page.UntilAsync("audio", "s.packets > 100 && s.energy > 0");
        var video = await page.UntilAsync("video", "s.frames > 20 && s.width > 0");

        Assert.Equal((0, 0), (audio.Lost, video.Lost));
        Assert.Equal("video/VP8", video.Codec);
        Assert.Empty(page.Guard.Failures);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    [Shows("6/drop-brings-page-bye")]
    public async Task A_dropped_click_to_call_hangs_up_on_the_page(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library);
        var call = page.Call;

        Assert.Equal("remote", await page.EvaluateAsync<string>(
            "async () => { await cec.dropClickToCall(); return phone.ended }"));
        await call.MediaEvents.Completion.WaitAsync(TestEnds);
        Assert.Equal(0, page.Media.Counts.Calls);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_page_that_is_closed_ends_its_call(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library);
        await page.UntilAsync("audio", "s.packets > 20");

        var poll = await page.CloseAndPollAsync();

        Assert.Equal(168110, poll.GetProperty("eventId").GetInt32());
        Assert.Equal(0, page.Media.Counts.Calls);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    [Shows("6/hold")]
    public async Task A_call_on_hold_is_silent_until_it_is_taken_back(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library);
        await page.UntilAsync("audio", "s.packets > 20");
        var call = page.Media.Calls.Single();

        await page.EvaluateAsync("() => phone.hold()");
        Assert.Equal(new MediaEvent.Held(), await page.Call.MediaEvents.ReadAsync(TestEnds));
        var held = call.Report().Lines[0];
        Assert.Equal(MediaDirection.ReceiveOnly, held.Direction);

        // The page goes on sending, which is the clock of this test: what would be echoed otherwise.
        var now = await page.UntilAsync("audio", "true");
        await page.UntilAsync("audio", $"s.sent > {now.Sent + 50}");
        Assert.Equal(held.PacketsOut, call.Report().Lines[0].PacketsOut);

        await page.EvaluateAsync("() => phone.unhold()");
        Assert.Equal(new MediaEvent.Resumed(), await page.Call.MediaEvents.ReadAsync(TestEnds));
        var heard = await page.UntilAsync("audio", $"s.packets > {held.PacketsOut + 50}");
        Assert.Equal(0, heard.Lost);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_script_goes_on_with_the_media_the_keys_and_the_hold_of_its_call(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library, script: new Script(
        [
            new ScriptStep.Connected(),
            new ScriptStep.Await(new CallAction.MediaConnected()),
            new ScriptStep.Queued(),
            new ScriptStep.Await(new CallAction.Dtmf("9#")),
            new ScriptStep.Transferred(),
            new ScriptStep.Await(new CallAction.Hold()),
            new ScriptStep.Released(),
        ]));

        Assert.Equal(168102, await page.NextEventIdAsync());
        await page.EvaluateAsync("() => phone.press('9#')");
        Assert.Equal(168106, await page.NextEventIdAsync());
        await page.EvaluateAsync("() => { phone.hold() }");
        Assert.Equal(168110, await page.NextEventIdAsync());
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    [Shows("6/keys")]
    public async Task Keys_are_told_whichever_way_they_come(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library);

        await page.EvaluateAsync("() => phone.press('15#9')");
        foreach (var key in (string[])["1", "5", "#", "9"])
        {
            Assert.Equal(new MediaEvent.Pressed(key), await page.Call.MediaEvents.ReadAsync(TestEnds));
        }

        await page.EvaluateAsync("() => { phone.pressByInfo('7') }");
        Assert.Equal(new MediaEvent.Pressed("7"), await page.Call.MediaEvents.ReadAsync(TestEnds));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    [Shows("6/invite-404-unless-as-told")]
    public async Task A_number_that_no_event_gave_is_not_found(string library)
    {
        await using var page = await PhonePage.StartAsync(chromium, library);
        await page.CreateAsync("0");

        Assert.Equal(404, await page.EvaluateAsync<int>("() => phone.call({ ...content, accessCode: '17908' })"));
        Assert.Equal(200, await page.EvaluateAsync<int>("() => newPhone().call(content)"));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_second_phone_in_one_call_is_busy_and_the_first_goes_on(string library)
    {
        await using var page = await PhonePage.CallAsync(chromium, library);

        Assert.Equal(486, await page.EvaluateAsync<int>("() => newPhone().call(content)"));

        var now = await page.UntilAsync("audio", "true");
        await page.UntilAsync("audio", $"s.packets > {now.Packets + 50}");
    }
}
