namespace CecSim.Server.Tests.ClickToCall;

/// <summary>The events of chapter 5, step 4, where no script sends them: queues and agents do.</summary>
public sealed class CentreEventTests
{
    private const string Queued = """{"resultCode":"0","resultDesc":"Call in queue","eventId":168102}""";
    private const string Transferred = """{"resultCode":"0","resultDesc":"Call transfered","eventId":168106}""";

    [Fact]
    [Shows("5.3/168101-connected", "5.3/168106-transfered", "5.3/168106-when-handed-on", "5.3/168110-disconnected")]
    public async Task A_call_is_handed_on_by_its_agent_and_ended_by_the_next()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        var client = await CallAsync(cec, "ann");
        await MustBeConnectedAsync(client);

        await cec.AdvanceAsync(7);
        Assert.Equal(Transferred, (await client.PollAsync()).Body);
        await MustBeConnectedAsync(client);

        await cec.AdvanceAsync(7);
        Assert.Equal(Ended("Call disconnected", 168110, 0, "normal release"), (await client.PollAsync()).Body);
    }

    [Fact]
    [Shows("5.3/168102-queued", "5.3/168102-when-waiting", "5.3/168103-queue-timeout")]
    public async Task Of_two_that_wait_one_is_connected_and_the_other_waits_too_long()
    {
        await using var cec = await TestCec.StartAsync(Centre());
        await CallAsync(cec, "ann");
        var bob = await CallAsync(cec, "bob");
        var cid = await CallAsync(cec, "cid");
        Assert.Equal(Queued, (await bob.PollAsync()).Body);
        Assert.Equal(Queued, (await cid.PollAsync()).Body);

        await cec.AdvanceAsync(7);
        await MustBeConnectedAsync(bob);
        await cec.AdvanceAsync(3);
        Assert.Equal(Ended("Call queue timeout", 168103, -1, "queue timeout"), (await cid.PollAsync()).Body);
    }

    [Fact]
    [Shows("5.3/168105-failed")]
    public async Task A_call_that_its_agent_declines_fails()
    {
        await using var cec = await TestCec.StartAsync(new SpaceSettings
        {
            Agents = [new() { WorkNo = 1001, Conduct = new() { Declines = 1 } }],
        });
        var client = await CallAsync(cec, "ann");
        await MustBeConnectedAsync(client);

        await cec.AdvanceAsync(2);

        Assert.Equal(Ended("Call failed", 168105, 9, "called party rejects"), (await client.PollAsync()).Body);
    }

    /// <summary>An agent who hands each call on after 7 s, one who ends it 7 s later, and a queue of 10 s.</summary>
    private static SpaceSettings Centre()
    {
        var voice = new QueueSettings
        {
            Name = "voice",
            Type = QueueType.VoiceClickToDial,
            MaxWaitingTime = TimeSpan.FromSeconds(10),
            WrapUp = TimeSpan.Zero,
        };
        var talk = TimeSpan.FromSeconds(5);
        return new()
        {
            Queues = [voice, voice with { Name = "experts" }],
            Agents =
            [
                new()
                {
                    WorkNo = 1001,
                    Skills = [new("voice")],
                    Conduct = new() { TalksFor = talk, TransfersTo = "experts" },
                },
                new() { WorkNo = 1002, Skills = [new("experts")], Conduct = new() { TalksFor = talk } },
            ],
        };
    }

    private static async Task<CecClient> CallAsync(TestCec cec, string userId)
    {
        var client = await cec.SignInAsync(userId);
        await client.CreateAsync();
        return client;
    }

    private static async Task MustBeConnectedAsync(CecClient client) => Assert.Matches(
        """
        ^{"resultCode":"0","resultDesc":"Call connected","eventId":168101,"content":
        {"domain":"[^"]+","gwAddresses":\["[^"]+"\],"accessCode":"[0-9]{15}","clickToCallCaller":"AnonymousCard"}}$
        """.ReplaceLineEndings(""),
        (await client.PollAsync()).Body);

    private static string Ended(string desc, int eventId, int causeId, string causeDesc) =>
        $$$"""
        {"resultCode":"0","resultDesc":"{{{desc}}}","eventId":{{{eventId}}},
        "content":{"causeId":{{{causeId}}},"causeDesc":"{{{causeDesc}}}"}}
        """.ReplaceLineEndings("");
}
