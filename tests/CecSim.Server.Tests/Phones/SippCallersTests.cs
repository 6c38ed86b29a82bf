using CecSim.Simulation.Ivr;

namespace CecSim.Server.Tests.Phones;

/// <summary>A hundred callers of sipp, which was not written here: a flow, a queue, ten agents, and the end.</summary>
public sealed class SippCallersTests
{
    private const int Callers = 100;
    private const int Agents = 10;
    private const int SecondsPerCall = 12;

    [Fact]
    [Shows("10.2/hundred-callers")]
    public async Task A_hundred_callers_wait_in_their_order_and_each_is_served_once()
    {
        await using var cec = await TestCec.StartAsync(new CecSimArgs { SipPort = 0, Spaces = [Hotline()] });
        await using var sipp = ConsolePhone.Start(
            Directory.CreateTempSubdirectory("sipp-"),
            "sipp",
            "sip-tester",
            [
                // A 200 that is repeated on a busy machine is nothing to give the call up for.
                "-default_behaviors", "all,-abortunexp", "-nostdin",
                "-sf", Checkout.PathOf("tests", "foreign-peers", "sipp-caller.xml"), "-s", "12345",
                "-i", "127.0.0.1", "-m", $"{Callers}", "-r", "50", "-watchdog_interval", "0", $"{cec.Softphones}",
            ]);

        await Eventually.IsTrueAsync("all of them beyond the flow", () => cec.Space.Calls.View is { Count: Callers } all
            && all.All(c => c.Queue == "voice" && c.Ivr is null));
        var places = cec.Space.Calls.View.ToDictionary(c => c.Id, c => c.Place ?? 0);
        Assert.Equal(Enumerable.Range(1, Callers - Agents), places.Values.Where(p => p > 0).Order());
        for (var round = 1; round <= Callers / Agents; round++)
        {
            await cec.AdvanceAsync(SecondsPerCall);
            Assert.Equal(
                places.Where(p => p.Value <= (round - 1) * Agents).Select(p => p.Key).Order(),
                cec.Space.Calls.View.Where(c => c.State == CallState.Ended).Select(c => c.Id).Order());
            Assert.Equal(Math.Max(0, Callers - ((round + 1) * Agents)), cec.Space.Queues[0].Waiting.Count);
        }

        // Each ended by its agent, as many by each, and sipp has seen no other end.
        Assert.All(cec.Space.Calls.View, c => Assert.Equal(0, c.History[^1].Cause!.CauseId));
        Assert.All(
            cec.Space.Agents.Events.Where(e => e.Notice.EventType == "AgentEvent_Talking").GroupBy(e => e.WorkNo),
            calls => Assert.Equal(Callers / Agents, calls.Count()));
        await sipp.EndsAsync();
    }

    private static SpaceSettings Hotline() => new()
    {
        Queues = [new QueueSettings { Name = "voice", WrapUp = default, MaxWaitingTime = TimeSpan.FromMinutes(10) }],
        CalledRoutes = [new CalledRoute("12345", null, null) { Ivr = "menu" }],
        Ivr = new Dictionary<string, IvrFlow>
        {
            ["menu"] = new(
                "menu",
                [
                    new IvrStep.Gather
                    {
                        Prompt = [new Sound.Speech("please press 1")],
                        On = [new IvrBranch("1", [new IvrStep.Leave(new IvrExit.Enqueue("voice"))])],
                    },
                ]),
        },
        Agents =
        [
            .. Enumerable.Range(1001, Agents).Select(n => new AgentSettings
            {
                WorkNo = n,
                Conduct = new AgentBehavior
                {
                    AnswersAfter = TimeSpan.FromSeconds(2),
                    TalksFor = TimeSpan.FromSeconds(SecondsPerCall - 2),
                },
            }),
        ],
    };
}
