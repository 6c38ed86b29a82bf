using CecSim.Simulation.Channels;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.ClickToCall;

/// <summary>Chapter 5, steps 2, 3 and 5.</summary>
public sealed class CheckCreateDropTests
{
    private const string Found = "found; CEC API reference";
    private const string Success = """{"resultCode":"0","resultDesc":""}""";
    private const string BadRequest = "Incorrect request: Check the request path and parameters.";

    private const string OtherChannelAndSource =
        """
        {"channel":"none of them","content":"hi","controlType":"CONNECT","from":"u1","mediaType":"TEXT",
        "sourceType":"none of them","to":"202403010000000001"}
        """;

    [Theory]
    [InlineData("cec-2.5", true, true)]
    [InlineData("cec-3.6", true, true)]
    [InlineData("cec-2.5", false, true)]
    [InlineData("cec-3.6", true, false)]
    [InlineData("cec-3.6", false, false)]
    [Shows(
        "5.1/route", "5.1/query-channel-web", "5.1/resultcode-0", "5.1/resultdesc-empty",
        "5.1/webrtcsupported", "5.1/clicktocallsupported",
        "5.1/two-independent")]
    public async Task The_check_tells_what_the_channel_can(string profile, bool webRtc, bool clickToCall)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            Channels = [new ChannelSettings { WebRtc = webRtc, ClickToCall = clickToCall }],
        });
        var client = await cec.SignInAsync();

        (await client.CheckAsync()).MustBe(
            200,
            $$"""
            {"resultCode":"0","resultDesc":"",
            "webRTCSupported":{{Json(webRtc)}},"clickToCallSupported":{{Json(clickToCall)}}
            }
            """.ReplaceLineEndings(""),
            EachProfile.Document(profile, "5"));

        static string Json(bool value) => value ? "true" : "false";
    }

    [Fact]
    [Shows("5.1/webrtc-of-channel")]
    public async Task Two_channels_of_one_space_differ_in_WebRTC()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Channels = [new ChannelSettings { WebRtc = true }, new ChannelSettings { Id = "2", WebRtc = false }],
        });
        var client = await cec.SignInAsync();
        var first = await client.CheckAsync();
        client.MessagingToken = (await client.PostAsync(ApplyPath, ApplyBody(channelId: "2"))).Text("token");
        var second = await client.CheckAsync();

        Assert.Contains("\"webRTCSupported\":true,", first.Body, StringComparison.Ordinal);
        Assert.Contains("\"webRTCSupported\":false,", second.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cec-2.5", "0")]
    [InlineData("cec-3.6", "0")]
    [InlineData("cec-2.5", "1")]
    [InlineData("cec-3.6", "1")]
    [Shows(
        "5.2/route", "5.2/channel", "5.2/mediaability", "5.2/0-success",
        "5.4/route", "5.4/channel", "5.4/0-success")]
    public async Task A_voice_or_video_call_is_created_and_dropped(string profile, string mediaAbility)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        (await client.CreateAsync(mediaAbility)).MustBe(200, Success, EachProfile.Document(profile, "5"));
        (await client.DropAsync()).MustBe(200, Success, EachProfile.Document(profile, "5"));
    }

    [Theory]
    [InlineData("cec-2.5")]
    [InlineData("cec-3.6")]
    [Shows("5.2/7-no-click-to-dial")]
    public async Task A_channel_without_click_to_dial_refuses_with_7(string profile)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            Channels = [new ChannelSettings { ClickToCall = false }],
        });
        var client = await cec.SignInAsync();

        (await client.CreateAsync()).MustBe(
            200, """{"resultCode":"7","resultDesc":"The channel does not support click-to-dial"}""", Found);
    }

    [Theory]
    [InlineData("cec-2.5", Refusal.OutsideWorkingHours, "12",
        "The current time is outside the working hours of agents")]
    [InlineData("cec-3.6", Refusal.OutsideWorkingHours, "12",
        "The current time is outside the working hours of agents")]
    [InlineData("cec-2.5", Refusal.NoAgentsAvailable, "13", "No agents available currently")]
    [InlineData("cec-3.6", Refusal.NoAgentsAvailable, "13", "No agents available currently")]
    [InlineData("cec-2.5", Refusal.ConnectFailed, "13", "connect failed")]
    [InlineData("cec-3.6", Refusal.ConnectFailed, "13", "connect failed")]
    [Shows("5.2/12-outside-working-hours", "5.2/13-connect-failed", "5.2/13-no-agents")]
    public async Task A_scenario_refuses_a_call_with_the_documented_code(
        string profile, Refusal refusal, string code, string text)
    {
        await using var cec = await TestCec.StartAsync(TestCec.SettingsOf(profile) with
        {
            Calls = [new CallRule { Refuse = refusal }],
        });
        var client = await cec.SignInAsync();

        (await client.CreateAsync()).MustBe(200, $$"""{"resultCode":"{{code}}","resultDesc":"{{text}}"}""", Found);
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5/one-call-per-user")]
    public async Task A_second_call_of_the_same_user_fails_and_the_first_lives_on(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();
        await client.CreateAsync();

        var second = await client.CreateAsync();

        second.MustBe(200, """{"resultCode":"13","resultDesc":"connect failed"}""", "inferred");
        Assert.Equal("a call of this user lives: drop it or let it end first", second.Why);
        Assert.Equal("Call connected", (await client.PollAsync()).Text("resultDesc"));
    }

    [Theory, ClassData(typeof(EachProfile))]
    [Shows("5.4/13-disconnect-failed")]
    public async Task Without_a_call_there_is_nothing_to_drop_nor_a_second_time(string profile)
    {
        await using var cec = await TestCec.StartAsync(profile);
        var client = await cec.SignInAsync();

        var before = await client.DropAsync();
        await client.CreateAsync();
        await client.DropAsync();
        var again = await client.DropAsync();

        const string Refused = """{"resultCode":"13","resultDesc":"disconnect failed"}""";
        Assert.All([before, again], a => a.MustBe(200, Refused, Found));
    }

    [Theory]
    [InlineData(CreatePath, "{}", "channel is missing; mediaAbility is missing.")]
    [InlineData(CreatePath, """{"channel":"WEB","mediaAbility":0}""", "mediaAbility must be a string, not a number.")]
    [InlineData(CreatePath, """{"channel":"web","mediaAbility":"2"}""",
        "channel must be WEB; mediaAbility must be 0 or 1.")]
    [InlineData(DropPath, "{}", "channel is missing.")]
    [InlineData(DropPath, """{"channel":null}""", "channel must be a string, not null.")]
    [InlineData(SendPath, """{"channel":"WEB","content":5,"controlType":"SHOUT"}""",
        "controlType must be CONNECT or CHAT or TRANS2AGENT or INPUT or DISCONNECT; " +
        "sourceType is missing; mediaType is missing; from is missing; to is missing; " +
        "content must be a string, not a number.")]
    [InlineData(SendPath, OtherChannelAndSource, "channel must be WEB; sourceType must be CUSTOMER.")]
    [InlineData(SendAsyncPath, OtherChannelAndSource, "channel must be WEB; sourceType must be CUSTOMER.")]
    [Shows(
        "4.1/controltype-nothing-else", "4.1/mandatory-fields", "4.1/channel-web-only",
        "4.1/sourcetype-customer-only")]
    [Shows("5.2/channel-mandatory", "5.2/mediaability-mandatory", "5.4/channel-mandatory")]
    public async Task What_is_wrong_with_the_fields_is_named_all_at_once(string path, string body, string problem)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        (await client.PostAsync(path, body)).MustBe(
            400, $$"""{"errorCode":"0","exceptionInfo":"{{BadRequest}} {{problem}}"}""", Found);
    }

    [Theory]
    [InlineData("checkClickToCallSupport", "")]
    [InlineData("checkClickToCallSupport", "?channel=web")]
    [InlineData("getClickToCallEvents", "?channel=")]
    [InlineData("getClickToCallEvents", "?channel=WEB&channel=WEB")]
    [Shows("5.1/query-channel-mandatory", "5.3/query-channel-mandatory")]
    public async Task A_query_without_exactly_the_one_documented_channel_is_refused(string route, string query)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        (await client.GetAsync($"/apiaccess/ccmessaging/v1/{route}{query}")).MustBe(
            400, $$"""{"errorCode":"0","exceptionInfo":"{{BadRequest}} The query must have channel=WEB."}""", Found);
    }

    [Theory]
    [InlineData(true, true, "0", "")]
    [InlineData(false, true, "0", "webrtc-not-supportedx1")]
    [InlineData(true, false, "7", "")]
    [Shows("5.2/create-only-when-both")]
    public async Task A_call_that_is_created_although_WebRTC_is_not_supported_is_found(
        bool webRtc, bool clickToCall, string code, string found)
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Channels = [new ChannelSettings { WebRtc = webRtc, ClickToCall = clickToCall }],
        });
        var client = await cec.SignInAsync();
        await client.CheckAsync();

        var created = await client.CreateAsync();

        Assert.Equal((200, code), (created.Status, created.Text("resultCode")));

        Assert.Equal(found, await cec.FoundAsync());
    }
}
