namespace CecSim.Server.Tests.Telemetry;

/// <summary>Metrics and traces on their way to the collector that the arguments name.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task What_was_measured_and_traced_comes_to_the_collector()
    {
        await using var collector = await Collector.StartAsync();
        await using var cec = await TestCec.StartAsync(new CecSimArgs
        {
            OtlpEndpoint = collector.Url,
            OtlpEvery = TimeSpan.FromMilliseconds(100),
        });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();

        await collector.UntilTakenAsync(
            ("/v1/metrics", "cecsim.event.latency"),
            ("/v1/metrics", "cecsim.polls.held"),
            ("/v1/traces", "createClickToCall"));
    }

    [Fact]
    public async Task A_collector_that_never_answers_does_not_hold_the_end_of_the_server()
    {
        await using var collector = await Collector.StartAsync(answers: false);
        await using var cec = await TestCec.StartAsync(new CecSimArgs { OtlpEndpoint = collector.Url });
        await cec.SignInAsync();

        await cec.StopAsync().WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System, TestCec.TestEnds);
    }
}
