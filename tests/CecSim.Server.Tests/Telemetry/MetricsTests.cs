using CecSim.Simulation.Journal;

namespace CecSim.Server.Tests.Telemetry;

/// <summary>What a server measures, as a listener of its meter hears it.</summary>
public sealed class MetricsTests
{
    private static readonly SpaceSettings QueuedFirst = new()
    {
        Calls =
        [
            new CallRule
            {
                Script = new(
                [
                    new ScriptStep.Queued(),
                    new ScriptStep.Wait(TimeSpan.FromSeconds(3)),
                    new ScriptStep.Connected(),
                ]),
            },
        ],
    };

    [Fact]
    public async Task An_event_is_as_late_as_its_written_response_is_after_the_moment_it_was_due()
    {
        await using var cec = await TestCec.StartAsync(QueuedFirst);
        using var readings = new Readings(cec.Spaces);
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();
        Assert.Equal(
            "cecsim.event.latency 0 cecsim.space=demo cecsim.operation=getClickToCallEvents",
            await readings.NextAsync("cecsim.event.latency"));

        await cec.AdvanceAsync(5);
        await client.PollAsync();

        Assert.Equal(
            "cecsim.event.latency 2 cecsim.space=demo cecsim.operation=getClickToCallEvents",
            await readings.NextAsync("cecsim.event.latency"));
    }

    [Fact]
    public async Task A_request_is_measured_under_its_operation_and_the_status_of_its_answer()
    {
        await using var cec = await TestCec.StartAsync();
        using var readings = new Readings(cec.Spaces);

        await cec.Http.GetAsync("/apiaccess/ccmessaging/v1/checkClickToCallSupport", TestCec.TestEnds);

        Assert.EndsWith(
            "cecsim.space=demo cecsim.operation=checkClickToCallSupport http.response.status_code=403",
            await readings.NextAsync("cecsim.request.duration"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_polls_calls_faults_and_tokens_are_there_to_be_looked_at()
    {
        await using var cec = await TestCec.StartAsync(QueuedFirst with
        {
            Journal = new JournalSettings { EntriesMax = 2 },
            Faults =
            [
                new FaultRule(CecOperation.CheckClickToCallSupport, FaultWhen.Always, new StatusAnswer(503, null)),
            ],
        });
        using var readings = new Readings(cec.Spaces);
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        await client.CreateAsync();
        await client.PollAsync();
        var poll = await cec.HeldAsync(client.PollAsync());

        Assert.Equal(
            [
                "cecsim.calls 1 cecsim.space=demo cecsim.call.state=queuing",
                "cecsim.faults.fired 1 cecsim.space=demo cecsim.fault=status cecsim.fault.id=1 " +
                    "cecsim.operation=checkClickToCallSupport",
                "cecsim.journal.dropped 3 cecsim.space=demo",
                "cecsim.polls.held 0 cecsim.space=demo cecsim.poll=chat",
                "cecsim.polls.held 1 cecsim.space=demo cecsim.poll=clickToCall",
                "cecsim.tokens.issued 1 cecsim.space=demo cecsim.token=access",
                "cecsim.tokens.issued 1 cecsim.space=demo cecsim.token=messaging",
            ],
            readings.Look().Order(StringComparer.Ordinal));

        await cec.AdvanceAsync(3);
        await poll;
        Assert.Contains("cecsim.calls 1 cecsim.space=demo cecsim.call.state=connected", readings.Look());
    }
}
