using CecSim.Cli.Telemetry;
using CecSim.Guarding;

namespace CecSim.Cli.Tests.Telemetry;

/// <summary>Metrics and traces on their way to the collector that <c>--otlp</c> names.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task What_was_measured_and_traced_has_come_to_the_collector_when_the_server_has_ended()
    {
        await using var collector = await Collector.StartAsync();
        await using var serve = await CecSimTool.ServeAsync("--otlp", collector.Url.ToString());
        using (var customer = await Customer.SignInAsync(serve.Address))
        {
            await customer.CallAsync();
            await customer.GetEventAsync();
        }

        Assert.Equal(0, await serve.InterruptAsync());

        await collector.UntilTakenAsync(
            ("/v1/metrics", "cecsim.event.latency"),
            ("/v1/metrics", "cecsim.polls.held"),
            ("/v1/traces", "createClickToCall"));
    }

    [Fact]
    public async Task Without_a_URL_the_variables_of_OpenTelemetry_say_where_and_as_whom()
    {
        await using var collector = await Collector.StartAsync();
        await using var serve = await CecSimProcess.ServeWith(
            [
                (OtlpCollector.Variable, collector.Url.ToString()),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_SERVICE_NAME", "cec-of-the-shop"),
            ],
            "--otlp");

        await serve.InterruptAsync();

        await collector.UntilTakenAsync(("/v1/metrics", "cec-of-the-shop"));
    }

    [Fact]
    public async Task Without_a_URL_and_a_variable_nothing_is_started()
    {
        var (exitCode, _, errors) = await CecSimTool.RunAsync("serve", "--otlp");

        Assert.Equal(2, exitCode);
        Assert.Contains(OtlpCollector.Variable, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_never_answers_does_not_hold_the_end_of_the_server()
    {
        await using var collector = await Collector.StartAsync(answers: false);
        await using var serve = await CecSimTool.ServeAsync("--otlp", collector.Url.ToString());
        using var customer = await Customer.SignInAsync(serve.Address);

        await serve.InterruptAsync().WaitAsync(
            TimeSpan.FromSeconds(8), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    [ThrowsFrom("last metrics")]
    [ThrowsFrom("last traces")]
    public async Task A_farewell_to_the_collector_that_throws_does_not_hold_the_end()
    {
        var diary = new GuardDiary();
        // No time at all to wait is what the library throws at.
        using var export = new TelemetryExport(
            OtlpCollector.Of("http://127.0.0.1:9"), new Guard(diary), farewellMilliseconds: -5);
        await export.StartAsync(TestContext.Current.CancellationToken);

        await export.StoppedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["last metrics", "last traces"], diary.Failures.Select(f => f.Place).Order(StringComparer.Ordinal));
    }
}
