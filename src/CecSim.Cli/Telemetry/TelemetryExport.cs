using CecSim.Guarding;
using CecSim.Server.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CecSim.Cli.Telemetry;

/// <summary>Sends a server's metrics and traces to the collector that is named, and nowhere else.</summary>
/// <param name="farewellMilliseconds">A collector that does not answer must not hold the end of the server.</param>
internal sealed class TelemetryExport(OtlpCollector collector, Guard guard, int farewellMilliseconds = 4_000)
    : IHostedLifecycleService, IDisposable
{
    private const int EveryMilliseconds = 10_000;

    // Who starts several gives each its name by OpenTelemetry's variables.
    private static readonly ResourceBuilder Resource =
        ResourceBuilder.CreateEmpty().AddService("cecsim").AddEnvironmentVariableDetector();

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    /// <summary>Has a server that is being built send what it measures and traces.</summary>
    public static void AddTo(IServiceCollection services, OtlpCollector collector) => services.AddHostedService(
        provider => new TelemetryExport(collector, provider.GetRequiredService<Guard>()));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddMeter(TelemetrySource.Meter)
            .AddOtlpExporter((o, reader) =>
            {
                Configure(o, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EveryMilliseconds;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddSource(TelemetrySource.Traces)
            .AddOtlpExporter(o =>
            {
                Configure(o, "v1/traces");
                o.BatchExportProcessorOptions.ScheduledDelayMilliseconds = EveryMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What was not sent yet goes once all has ended, calls and held polls too; the spaces that are measured are still
    // there.
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.WhenAll(
        guard.RunOnPoolAsync("last metrics", () => _metrics?.Shutdown(farewellMilliseconds)),
        guard.RunOnPoolAsync("last traces", () => _traces?.Shutdown(farewellMilliseconds)));

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private void Configure(OtlpExporterOptions options, string path)
    {
        if (collector.Url is { } url)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri($"{url.AbsoluteUri.TrimEnd('/')}/{path}");
        }
    }
}
