namespace CecSim.Cli.Telemetry;

/// <summary>Who takes metrics and traces.</summary>
/// <param name="Url">
/// Takes OTLP over HTTP, as in <c>http://127.0.0.1:4318</c>; null where OpenTelemetry's own variables say where, by
/// which protocol and with which headers. The exporter reads them itself.
/// </param>
internal sealed record OtlpCollector(Uri? Url)
{
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static OtlpCollector Of(string? url) => new(url is null ? null : new Uri(url));
}
