using CecSim.Guarding;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CecSim.Server.Telemetry;

/// <summary>Sends metrics and traces to the collector that the arguments name, and nowhere else.</summary>
/// <param name="farewellMilliseconds">A collector that does not answer must not hold the end of the server.</param>
internal sealed class TelemetryExport(Uri collector, TimeSpan every, Guard guard, int farewellMilliseconds = 1_000)
    : IHostedService, IDisposable
{
    private static readonly ResourceBuilder Resource = ResourceBuilder.CreateEmpty().AddService("cecsim");

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    private int EveryMilliseconds => (int)every.TotalMilliseconds;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddMeter(ServerMeter.Name)
            .AddOtlpExporter((o, reader) =>
            {
                Configure(o, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EveryMilliseconds;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddSource(CallTraces.Name)
            .AddOtlpExporter(o =>
            {
                Configure(o, "v1/traces");
                o.BatchExportProcessorOptions.ScheduledDelayMilliseconds = EveryMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    // What was not sent yet goes now, while the spaces that are measured are still there.
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        guard.RunOnPoolAsync("last metrics", () => _metrics?.Shutdown(farewellMilliseconds)),
        guard.RunOnPoolAsync("last traces", () => _traces?.Shutdown(farewellMilliseconds)));

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private void Configure(OtlpExporterOptions options, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
