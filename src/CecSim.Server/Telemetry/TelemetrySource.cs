namespace CecSim.Server.Telemetry;

/// <summary>Under which name a server measures and traces, for whoever sends it away.</summary>
public static class TelemetrySource
{
    /// <summary>Of its <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Meter = "CecSim";

    /// <summary>Of its <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string Traces = "CecSim";
}
