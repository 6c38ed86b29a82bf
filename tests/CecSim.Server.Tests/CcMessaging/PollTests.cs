using CecSim.Simulation.Channels;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>API reference, poll: each message to the letter.</summary>
public sealed class PollTests
{
    private const string Found = "found; CEC API reference";
    private const string Greeting = "Use the primary HTTP pixel, then you can copy the primary pixel!";
    private const string AgentsAnswer =
        "If we bypass the port, we can get to the SDD port through the optical SDD port!";

    private const string RobotsAnswer =
        """I am still learning about \"Intelligent Plastic Computer\". An agent can help you.""";

    private const string Empty =
        """{"resultCode":"0","resultDesc":"query user messages success.","downlinkMessages":[]}""";

    [Fact]
    [Shows(
        "4.1/session-order", "4.2/get-poll", "4.2/no-session-160004",
        "4.2/resultcode", "4.2/resultdesc", "4.2/message-channel",
        "4.2/message-content", "4.2/message-from", "4.2/message-to",
        "4.2/message-controltype", "4.2/message-mediatype", "4.2/message-sourcetype",
        "4.2/message-sendernickname", "4.2/message-senderavatar",
        "4.2/message-timestamp", "4.2/message-simquestions-null",
        "4.2/message-isofflinestatus", "4.2/message-isofflinestatus-values",
        "4.2/message-messagecode", "4.2/message-interidx-mediafiletype-null",
        "4.2/message-contenttype-null", "4.2/field-order", "4.2/last-message-disconnect")]
    public async Task An_agent_greets_answers_and_the_end_is_told()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        await client.ChatAsync("CONNECT");
        await MustBringAsync(client, Agent("CHAT", Greeting, 1767603600000, 1));

        await client.ChatAsync("CHAT");
        var poll = await cec.HeldAsync(client.PollChatAsync());
        await cec.AdvanceAsync(3);
        (await poll).MustBe(200, Bodies(Agent("CHAT", AgentsAnswer, 1767603601823, 2)), Found);

        await client.ChatAsync("DISCONNECT");
        await MustBringAsync(client, System("The session has ended.", 1767603603000, 3));
        (await client.PollChatAsync()).MustBe(200, """{"resultCode":"5"}""", "inferred");
    }

    [Fact]
    [Shows("4.2/hold-5s", "4.2/empty-after-hold", "4.2/downlinkmessages-list")]
    public async Task A_poll_without_a_message_is_empty_after_five_seconds()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();

        var poll = await cec.HeldAsync(client.PollChatAsync());
        await cec.AdvanceAsync(4.999);
        Assert.False(poll.IsCompleted);
        await cec.AdvanceAsync(0.001);

        (await poll).MustBe(200, Empty, Found);
    }

    [Fact]
    [Shows(
        "4.2/query-isneedread", "4.2/waiting-messages-at-once", "4.2/downlinkmessages-list",
        "4.2/message-controltype-read")]
    public async Task All_that_waits_comes_in_one_answer_and_read_notices_to_who_asks_for_them()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.GetAsync(PollPath + "&isNeedRead=true");
        await client.ChatAsync("CHAT");
        await cec.AdvanceAsync(3);
        await client.ChatAsync("DISCONNECT");

        await MustBringAsync(
            client,
            Agent("READ", "", 1767603600000, 2),
            Agent("CHAT", AgentsAnswer, 1767603601823, 3),
            System("The session has ended.", 1767603603000, 4));
    }

    [Fact]
    [Shows("4.2/message-sourcetype-robot")]
    public async Task A_robot_is_named_as_the_source_of_what_it_says()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Channels = [new ChannelSettings { Service = ChannelService.Robot }],
            ChatThinking = TimeSpan.Zero,
        });
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.ChatAsync("CHAT");

        await MustBringAsync(client, Message(
            "CHAT", RobotsAnswer, "robot", 1767603600000, "ROBOT", "false", 1));
    }

    [Fact]
    [Shows("4.2/message-sendernickname")]
    public async Task The_system_speaks_the_language_of_the_customer()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var applied = await client.PostAsync(
            ApplyPath, ApplyBody().Replace("\"en\"", "\"zh\"", StringComparison.Ordinal));
        client.MessagingToken = applied.Text("token");
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();
        await client.ChatAsync("DISCONNECT");

        // In the raw text: the characters stand for themselves, as in CEC's sample.
        Assert.Contains(
            """senderNickname":"系统",""", (await client.PollChatAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("4.2/newer-poll-releases-older")]
    public async Task A_newer_poll_releases_the_older_one_with_the_empty_answer()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();

        var older = await cec.HeldAsync(client.PollChatAsync());
        var newer = client.PollChatAsync();

        (await older).MustBe(200, Empty, Found);
        await client.ChatAsync("DISCONNECT");
        Assert.Contains("DISCONNECT", (await newer).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("4.2/hung-up-poll")]
    public async Task A_client_that_hangs_up_loses_nothing()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();
        await using (var socket = await RawConnection.OpenAsync(cec.Url("http")))
        {
            var held = cec.Space.Time.WhenWaitingAsync(1, TestCec.TestEnds);
            await socket.SendAsync(
                $"GET {PollPath} HTTP/1.1\r\nHost: localhost\r\nx-app-key: {client.AppKey}\r\n" +
                $"Authorization: {client.Authorization}\r\nccmessaging-token: {client.MessagingToken}\r\n\r\n");
            await held;
        }

        await cec.Space.Time.WhenWaitingAsync(0, TestCec.TestEnds);
        await client.ChatAsync("DISCONNECT");

        await MustBringAsync(client, System("The session has ended.", 1767603600000, 2));
    }

    [Fact]
    public async Task The_end_of_the_server_gives_a_held_poll_the_empty_answer()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await client.PollChatAsync();
        var poll = await cec.HeldAsync(client.PollChatAsync());

        await cec.StopAsync();

        (await poll).MustBe(200, Empty, Found);
    }

    [Fact]
    [Shows(
        "4.2/connect-before-poll", "4.2/no-session-160004", "4.2/resultcode",
        "4.2/resultdesc-absent-failure")]
    public async Task Without_a_connect_there_is_nothing_to_poll()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PollChatAsync();

        answer.MustBe(200, """{"resultCode":"160004"}""", "inferred");
        Assert.Equal("this user has no text session: send CONNECT first", answer.Why);
    }

    [Theory]
    [InlineData("channel=WEB", "The query must have receiverId, the userId of the ccmessaging-token.")]
    [InlineData("channel=WEB&receiverId=u2", "The query must have receiverId, the userId of the ccmessaging-token.")]
    [InlineData("receiverId=u1", "The query must have channel=WEB.")]
    [Shows("4.2/query-receiverid", "4.2/query-channel")]
    public async Task A_query_must_name_the_channel_and_the_user_of_the_token(string query, string problem)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        (await client.GetAsync("/apiaccess/ccmessaging/poll?" + query)).MustBe(
            400,
            """{"errorCode":"0","exceptionInfo":"Incorrect request: Check the request path and parameters. """ +
            $$"""{{problem}}"}""",
            Found);
    }

    [Fact]
    [Shows("3/renewed-token")]
    public async Task A_live_session_gets_a_new_token_with_a_poll_near_the_end_of_the_old_one()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { ChatSilenceMax = TimeSpan.FromHours(2) });
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await cec.AdvanceAsync(3_301);
        await client.FetchAccessTokenAsync();

        client.MessagingToken = (await client.PollChatAsync()).RenewedToken;

        await cec.AdvanceAsync(301);
        Assert.Equal("0", (await client.ChatAsync("DISCONNECT")).Text("resultCode"));
    }

    private static async Task MustBringAsync(CecClient client, params string[] messages) =>
        (await client.PollChatAsync()).MustBe(200, Bodies(messages), Found);

    private static string Bodies(params string[] messages) =>
        """{"resultCode":"0","resultDesc":"query user messages success.","downlinkMessages":[""" +
        string.Join(',', messages) + "]}";

    private static string Agent(string controlType, string content, long at, int code) =>
        Message(controlType, content, "Agent 1001", at, "AGENT", "false", code);

    private static string System(string content, long at, int code) =>
        Message("DISCONNECT", content, "system", at, "SYSTEM", "true", code);

    private static string Message(
        string controlType, string content, string nickname, long at, string source, string isOffline, int code) =>
        $$"""
        {"from":"202403010000000001","channel":"WEB","to":"u1","controlType":"{{controlType}}","mediaType":"TEXT",
        "content":"{{content}}","simQuestions":null,"senderNickname":"{{nickname}}","senderAvatar":"1",
        "timestamp":{{at}},"sourceType":"{{source}}","isOfflineStatus":{{isOffline}},"messageCode":"{{code}}",
        "interIdx":null,"contentType":null,"mediaFileType":null}
        """.ReplaceLineEndings("");
}
