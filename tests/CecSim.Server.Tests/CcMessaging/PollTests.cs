using System.Text.Json;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>API reference, poll: each message to the letter.</summary>
public sealed class PollTests
{
    private const string Found = "found; CEC API reference";
    private const string Empty =
        """{"resultCode":"0","resultDesc":"query user messages success.","downlinkMessages":[]}""";

    [Fact]
    public async Task An_agent_greets_answers_and_the_end_is_told()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        await client.ChatAsync("CONNECT");
        await MustBringAsync(client, Agent("CHAT", "Hello, how can I help you?", 1767603600000, 1));

        await client.ChatAsync("CHAT");
        var poll = await cec.HeldAsync(client.PollChatAsync());
        await cec.AdvanceAsync(3);
        (await poll).MustBe(200, Bodies(Agent("CHAT", "I understand. Is there anything else?", 1767603601439, 2)), Found);

        await client.ChatAsync("DISCONNECT");
        await MustBringAsync(client, System("The session has ended.", 1767603603000, 3));
        (await client.PollChatAsync()).MustBe(200, """{"resultCode":"5"}""", "inferred");
    }

    [Fact]
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
