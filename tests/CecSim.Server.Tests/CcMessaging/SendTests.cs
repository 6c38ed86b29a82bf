using CecSim.Simulation.Channels;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>API reference, send and sendAsync.</summary>
public sealed class SendTests
{
    private const string Found = "found; CEC API reference";
    private const string Inferred = "inferred";

    private static readonly SpaceSettings WithRobot =
        new() { Channels = [new ChannelSettings { Service = ChannelService.Robot }] };

    [Theory]
    [InlineData("CONNECT", "connect to agent successfully.")]
    [InlineData("CHAT", "Send message to agent successfully")]
    [InlineData("INPUT", "Send input successfully")]
    [InlineData("DISCONNECT", "disconnect successfully.")]
    [Shows(
        "4.1/post-send", "4.1/controltype-connect", "4.1/controltype-chat-input-disconnect",
        "4.1/mediatype-text", "4.1/resultcode-string", "4.1/0-success",
        "4.1/agent-texts")]
    public async Task Whatever_a_customer_sends_to_an_agent_is_taken(string controlType, string desc)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        (await client.ChatAsync(controlType))
            .MustBe(200, $$"""{"resultCode":"0","resultDesc":"{{desc}}"}""", Inferred);
    }

    [Theory]
    [InlineData("CONNECT", "connect to robot successfully.", Found)]
    [InlineData("CHAT", "Send message to robot successfully", Found)]
    [InlineData("TRANS2AGENT", "transfer to agent successfully.", Inferred)]
    [Shows(
        "4.1/controltype-trans2agent", "4.1/connect-to-robot-text", "4.1/chat-to-robot-text",
        "4.1/agent-texts")]
    public async Task A_robot_is_written_to_in_the_words_of_the_documents(string controlType, string desc, string basis)
    {
        await using var cec = await TestCec.StartAsync(WithRobot);
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        (await client.ChatAsync(controlType))
            .MustBe(200, $$"""{"resultCode":"0","resultDesc":"{{desc}}"}""", basis);
    }

    [Theory]
    [InlineData("CHAT")]
    [InlineData("INPUT")]
    [InlineData("TRANS2AGENT")]
    [InlineData("DISCONNECT")]
    [Shows("4.1/no-session-160004")]
    public async Task Nothing_can_be_sent_before_the_connect_or_after_the_disconnect(string controlType)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var before = await client.ChatAsync(controlType);
        await client.ChatAsync("CONNECT");
        await client.ChatAsync("DISCONNECT");
        var after = await client.ChatAsync(controlType);

        before.MustBe(200, """{"resultCode":"160004","resultDesc":"the session does not exist"}""", Inferred);
        Assert.Equal("this user has no text session: send CONNECT first", before.Why);
        after.MustBe(200, """{"resultCode":"5","resultDesc":"the session has ended"}""", Inferred);
        Assert.Equal("the text session has ended: send CONNECT for a new one", after.Why);
    }

    [Fact]
    [Shows("4.1/trans2agent-with-agent-160021")]
    public async Task A_transfer_is_refused_where_an_agent_serves_already()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        (await client.ChatAsync("TRANS2AGENT"))
            .MustBe(200, """{"resultCode":"160021","resultDesc":"the session is with an agent"}""", Inferred);
    }

    [Fact]
    [Shows("4.1/trans2agent-after-ivr-160022")]
    public async Task A_transfer_is_refused_where_the_queue_moved_the_session_to_an_ivr()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [],
            Queues =
            [
                new() { Name = "chat", Type = QueueType.Multimedia, OnNoAgents = new Overflow.TransferToIvr("night") },
            ],
        });
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        (await client.ChatAsync("TRANS2AGENT"))
            .MustBe(200, """{"resultCode":"160022","resultDesc":"the session was moved to an IVR"}""", Inferred);
    }

    [Fact]
    [Shows("4.1/queue-full-13")]
    public async Task A_connect_to_a_full_queue_is_refused()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [new AgentSettings { WorkNo = 101, MaxChats = 0 }],
            Queues = [new QueueSettings { Name = "chat", Type = QueueType.Multimedia, MaxCalls = 1 }],
        });
        var first = await cec.SignInAsync("u2");
        var waits = await first.PostAsync(SendPath, ConnectOf("u2"));
        var client = await cec.SignInAsync();

        var refused = await client.ChatAsync("CONNECT");

        Assert.Equal("0", waits.Text("resultCode"));
        refused.MustBe(200, """{"resultCode":"13","resultDesc":"connect failed"}""", Inferred);
    }

    [Fact]
    [Shows("4.1/outside-hours-12")]
    public async Task A_connect_outside_the_working_hours_of_the_channel_is_refused()
    {
        var night = new DailyHours { From = new TimeOnly(22, 0), To = new TimeOnly(6, 0) };
        await using var cec = await TestCec.StartAsync(
            new SpaceSettings { Channels = [new ChannelSettings { WorkingHours = night }] });
        var client = await cec.SignInAsync();

        (await client.ChatAsync("CONNECT")).MustBe(
            200,
            """{"resultCode":"12","resultDesc":"The current time is outside the working hours of agents"}""",
            Inferred);
    }

    [Fact]
    [Shows("4.1/send-answers-when-done", "4.1/nobody-on-duty-13")]
    public async Task A_connect_that_nobody_is_there_for_is_refused_by_send_and_ends_with_a_message_after_sendAsync()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings { Agents = [] });
        var client = await cec.SignInAsync();

        (await client.ChatAsync("CONNECT"))
            .MustBe(200, """{"resultCode":"13","resultDesc":"No agents available currently"}""", Inferred);
        (await client.ChatAsync("CONNECT", SendAsyncPath))
            .MustBe(200, """{"resultCode":"0","resultDesc":"send sendMessageForOpenApiAsync success."}""", Found);

        Assert.Contains(
            """ "controlType":"DISCONNECT","mediaType":"TEXT","content":"No agents available currently", """.Trim(),
            (await client.PollChatAsync()).Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CHAT")]
    [InlineData("TRANS2AGENT")]
    [Shows("4.1/post-sendasync", "4.1/sendasync-text")]
    public async Task SendAsync_takes_what_send_would_refuse(string controlType)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        (await client.ChatAsync(controlType, SendAsyncPath))
            .MustBe(200, """{"resultCode":"0","resultDesc":"send sendMessageForOpenApiAsync success."}""", Found);
    }

    [Theory]
    [InlineData(SendPath)]
    [InlineData(SendAsyncPath)]
    [Shows("4.1/content-empty", "4.1/optional-fields", "4.1/channel-web", "4.1/sourcetype-customer")]
    public async Task The_request_of_the_API_reference_is_taken_with_all_its_fields(string path)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(
            path,
            """
            {"content":"","controlType":"CONNECT","from":"u1","mediaType":"TEXT","senderNickname":"Ann",
            "sourceType":"CUSTOMER","timestamp":"1619573122352","to":"202403010000000001","userAgent":null,
            "senderAvatar":null,"channel":"WEB"}
            """);

        Assert.Equal((200, "0"), (answer.Status, answer.Text("resultCode")));
    }

    [Theory]
    [InlineData("IMAGE", "key,jpg")]
    [InlineData("AUDIO", "key,mp3")]
    [InlineData("VIDEO", "key,mp4")]
    [InlineData("FILE", "key,txt")]
    [InlineData("FILE_IMAGE", "key,png")]
    [InlineData("FILE_VIDEO", "key,mp4")]
    [Shows("4.1/content-of-media", "4.1/mediatype-of-media")]
    public async Task Every_documented_kind_of_media_is_taken(string mediaType, string content)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        var answer = await client.PostAsync(
            SendPath,
            SendBody.Replace("TEXT", mediaType, StringComparison.Ordinal)
                .Replace("\"hi\"", $"\"{content}\"", StringComparison.Ordinal));

        Assert.Equal((200, "0"), (answer.Status, answer.Text("resultCode")));
    }

    [Theory]
    [InlineData("\"u1\"", "\"u2\"", "from must be the userId of the ccmessaging-token.")]
    [InlineData("\"202403010000000001\"", "\"1\"", "to must be the channelId of the ccmessaging-token.")]
    [InlineData("\"hi\"", "\"\"", "content is empty.")]
    [Shows(
        "4.1/content-mandatory-with-chat", "4.1/from-userid", "4.1/to-configuration-id",
        "4.1/from-and-to-of-token")]
    public async Task Only_in_one_s_own_name_on_one_s_own_channel_and_not_without_a_text(
        string part, string wrong, string problem)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        foreach (var path in new[] { SendPath, SendAsyncPath })
        {
            (await client.PostAsync(path, SendBody.Replace(part, wrong, StringComparison.Ordinal))).MustBe(
                400,
                """{"errorCode":"0","exceptionInfo":"Incorrect request: Check the request path and parameters. """ +
                $$"""{{problem}}"}""",
                Found);
        }
    }

    [Fact]
    [Shows("4.1/content-1024-characters")]
    public async Task A_text_has_at_most_1024_characters()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        var taken = await client.PostAsync(SendPath, TextOf(1_024));
        var refused = await client.PostAsync(SendPath, TextOf(1_025));

        Assert.Equal("0", taken.Text("resultCode"));
        Assert.EndsWith(
            "content is longer than 1024 characters.", refused.Text("exceptionInfo"), StringComparison.Ordinal);
    }

    [Fact]
    [Shows("4.1/from-40-characters")]
    public async Task A_user_whose_id_is_as_long_as_in_a_sample_may_send()
    {
        await using var cec = await TestCec.StartAsync();
        var userId = new string('u', 40);
        var client = await cec.SignInAsync(userId);

        var answer = await client.PostAsync(SendPath, ConnectOf(userId));

        Assert.Equal((200, "0"), (answer.Status, answer.Text("resultCode")));
    }

    private static string ConnectOf(string userId) => SendBody
        .Replace("\"u1\"", $"\"{userId}\"", StringComparison.Ordinal)
        .Replace("\"CHAT\"", "\"CONNECT\"", StringComparison.Ordinal);

    private static string TextOf(int charsCount) =>
        SendBody.Replace("\"hi\"", $"\"{new string('x', charsCount)}\"", StringComparison.Ordinal);
}
