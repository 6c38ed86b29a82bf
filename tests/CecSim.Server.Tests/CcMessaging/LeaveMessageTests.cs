using CecSim.Simulation.Chat;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>API reference, doLeaveMessage.</summary>
public sealed class LeaveMessageTests
{
    private const string Found = "found; CEC API reference";
    private const string Body =
        """{"callId":"111111222111111111222111","caller":"70092","leaveMessage":"call me back","channel":"WEB"}""";

    [Fact]
    [Shows("4.5/route-without-v1", "4.5/call-id-24", "4.5/no-session-needed", "4.5/0-saved")]
    public async Task A_message_is_kept()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        (await client.PostAsync(LeaveMessagePath, Body))
            .MustBe(200, """{"resultCode":"0","resultDesc":"Save leaveMessage success!"}""", Found);

        Assert.Equal(
            new LeftMessage(cec.Space.Time.ReadNow(), "u1", "111111222111111111222111", "70092", "call me back"),
            Assert.Single(cec.Space.Chats.LeftMessages.All));
    }

    [Theory]
    [InlineData("{}", "channel is missing; callId is missing; caller is missing; leaveMessage is missing")]
    [InlineData("""{"callId":"1234567890123456789012345","caller":"1","leaveMessage":"","channel":"WEB"}""",
        "callId is longer than 24 characters; leaveMessage is empty")]
    [InlineData("""{"callId":"","caller":"1","leaveMessage":"1","channel":"web"}""",
        "channel must be WEB; callId is empty")]
    [Shows("4.5/request-fields", "4.5/call-id-24", "4.5/3-parameters-wrong")]
    public async Task A_wrong_message_is_refused_to_the_letter(string body, string why)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        var answer = await client.PostAsync(LeaveMessagePath, body);

        answer.MustBe(200, """{"resultCode":"3","resultDesc":"the leaveMessageParams is error."}""", Found);
        Assert.Equal(why, answer.Why);
    }

    [Fact]
    [Shows("4.5/13-not-saved")]
    public async Task No_more_is_kept_than_the_space_has_room_for()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        var user = cec.Space.MessagingTokens.Check(client.MessagingToken!).Value;
        for (var i = 0; i < LeftMessages.CountMax; i++)
        {
            cec.Space.Chats.LeftMessages.Leave(user, "1", "1", "1");
        }

        (await client.PostAsync(LeaveMessagePath, Body))
            .MustBe(200, """{"resultCode":"13","resultDesc":"Save leaveMessage failed!"}""", Found);
    }

    [Fact]
    public async Task A_body_that_is_no_object_is_a_bad_request()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        foreach (var path in new[] { LeaveMessagePath, QueueInfoPath, UploadPath, DownloadPath, SendAsyncPath })
        {
            (await client.PostAsync(path, "[]")).MustBe(
                400,
                """{"errorCode":"0","exceptionInfo":"Incorrect request: Check the request path and parameters. """ +
                """the body must be a JSON object, not a list."}""",
                Found);
        }
    }
}
