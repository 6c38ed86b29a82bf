using CecSim.Simulation.Channels;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.CcMessaging;

/// <summary>API reference, queryQueueInfo.</summary>
public sealed class QueueInfoTests
{
    private const string Found = "found; CEC API reference";
    private const string Body = """{"userId":"u1","channelConfigId":"202403010000000001","channel":"WEB"}""";

    private static readonly SpaceSettings OnlyAQueue =
        new() { Agents = [new AgentSettings { WorkNo = 101, MaxChats = 0 }] };

    [Fact]
    [Shows(
        "4.3/route", "4.3/position", "4.3/waiting-times", "4.3/config-max-spelt", "4.3/result-code-second",
        "4.3/0-queuing")]
    public async Task Who_queues_is_told_its_place_and_its_waiting_in_whole_seconds()
    {
        await using var cec = await TestCec.StartAsync(OnlyAQueue);
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");
        await cec.AdvanceAsync(3.9);

        (await client.PostAsync(QueueInfoPath, Body)).MustBe(
            200,
            """{"totalWaitTime":3,"resultCode":"0","longestWaitTime":3,"position":1,"currentDeviceWaitTime":3,""" +
            """ "configMaxcWaitTime":60,"estimateWaitTime":60}""".TrimStart(),
            Found);
    }

    [Fact]
    [Shows("4.3/only-after-connect", "4.3/5-session-ended", "4.3/160004-no-session", "4.3/160021-with-agent")]
    public async Task Who_does_not_queue_is_told_why()
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();
        await MustBeAsync(client, "160004", Found);

        await client.ChatAsync("CONNECT");
        await MustBeAsync(client, "160021", Found);

        await client.ChatAsync("DISCONNECT");
        await MustBeAsync(client, "5", Found);
    }

    [Fact]
    [Shows("4.3/6-with-robot", "4.3/160022-moved-to-ivr")]
    public async Task Neither_a_robot_nor_an_ivr_has_a_queue()
    {
        await using var robot = await TestCec.StartAsync(
            new SpaceSettings { Channels = [new ChannelSettings { Service = ChannelService.Robot }] });
        var client = await robot.SignInAsync();
        await client.ChatAsync("CONNECT");
        await MustBeAsync(client, "6", "inferred");

        await using var ivr = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [],
            Queues =
            [
                new() { Name = "chat", Type = QueueType.Multimedia, OnNoAgents = new Overflow.TransferToIvr("night") },
            ],
        });
        client = await ivr.SignInAsync();
        await client.ChatAsync("CONNECT");
        await MustBeAsync(client, "160022", Found);
    }

    [Theory]
    [InlineData("{}", "channel is missing; userId is missing; channelConfigId is missing")]
    [InlineData("""{"userId":"u2","channelConfigId":"1","channel":"web"}""",
        "channel must be WEB; userId must be that of the ccmessaging-token; " +
        "channelConfigId must be the channelId of the ccmessaging-token")]
    [Shows("4.3/request-fields", "4.3/1-parameter-error")]
    public async Task A_wrong_parameter_is_code_1_and_named_in_a_header(string body, string why)
    {
        await using var cec = await TestCec.StartAsync(OnlyAQueue);
        var client = await cec.SignInAsync();
        await client.ChatAsync("CONNECT");

        var answer = await client.PostAsync(QueueInfoPath, body);

        answer.MustBe(200, """{"resultCode":"1"}""", Found);
        Assert.Equal(why, answer.Why);
    }

    private static async Task MustBeAsync(CecClient client, string code, string basis) =>
        (await client.PostAsync(QueueInfoPath, Body)).MustBe(200, $$"""{"resultCode":"{{code}}"}""", basis);
}
