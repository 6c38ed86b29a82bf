namespace CecSim.Server.Tests.Telemetry;

/// <summary>Metrics and traces on their way to the collector that the arguments name.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task What_was_measured_and_traced_is_with_the_collector_when_the_server_has_stopped()
    {
        await using var collector = await Collector.StartAsync();
        await using var cec = await TestCec.StartAsync(new CecSimArgs { OtlpEndpoint = collector.Url });
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        await client.PollAsync();

        await cec.StopAsync();

        Assert.Equal(["/v1/metrics", "/v1/traces"], collector.Taken.Keys.Order());
        Assert.True(collector.Taken["/v1/metrics"].AsSpan().IndexOf("cecsim.event.latency"u8) >= 0);
        Assert.True(collector.Taken["/v1/metrics"].AsSpan().IndexOf("cecsim.polls.held"u8) >= 0);
        Assert.True(collector.Taken["/v1/traces"].AsSpan().IndexOf("createClickToCall"u8) >= 0);
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
