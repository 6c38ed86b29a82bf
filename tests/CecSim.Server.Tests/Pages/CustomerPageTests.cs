using CecSim.Simulation.Calls;

namespace CecSim.Server.Tests.Pages;

/// <summary>What the customer's page of the demo is told when it is opened.</summary>
public sealed class CustomerPageTests
{
    private static readonly QueueSettings Voice = new() { Name = "voice", Type = QueueType.VoiceClickToDial };
    private static readonly QueueSettings Video = new() { Name = "video", Type = QueueType.VideoClickToDial };

    private static readonly AgentSettings Agent = new()
    {
        WorkNo = 1001,
        AccountCode = "11",
        SipAccount = "1001",
        SipPassword = "cti-1234",
    };

    public static TheoryData<SpaceSettings, string> Spaces => new()
    {
        { new(), "[]" },
        { new() { Queues = [Voice, Video], Agents = [Agent] }, "[]" },
        { new() { Queues = [Voice], Agents = [Agent with { AccountCode = null }] }, """["videoQueue","account"]""" },
        { new() { Queues = [Video], Agents = [] }, """["voiceQueue","agent"]""" },
        { new() { Queues = [], Calls = [new CallRule()] }, """["scripted"]""" },
        { new() { GatewayScheme = GatewayScheme.Wss }, """["wss"]""" },
    };

    [Theory]
    [MemberData(nameof(Spaces))]
    public async Task It_is_told_what_the_space_lacks_and_no_secret(SpaceSettings space, string lacks)
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { Spaces = [space] });

        var page = await AskAsync(cec, "/demo/customer");

        Assert.Contains($"\"lacks\":{lacks}", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(space.AppSecret, page.Body, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/demo/customer?space=nobody", 404)]
    [InlineData("/demo/agent?space=nobody", 404)]
    [InlineData("/demo/customer?space=demo", 200)]
    public async Task It_is_of_the_space_that_is_named(string path, int status)
    {
        await using var cec = await TestCec.StartAsync();

        Assert.Equal(status, (await AskAsync(cec, path)).Status);
    }

    private static Task<Answer> AskAsync(TestCec cec, string path) =>
        new CecClient(cec.Http, cec.Space.Settings).AskAsync(HttpMethod.Get, path, null);
}
