using System.Diagnostics;

namespace CecSim.Server.Telemetry;

/// <summary>Tells meter and traces of each vendor request; where nobody listens it costs next to nothing.</summary>
internal sealed class ExchangeTelemetry(ServerMeter meter, CallTraces traces, TimeProvider clock)
{
    /// <summary>From the moment when an event was due to its written response; kept whoever listens.</summary>
    public LatencyHistogram EventLatency { get; } = new();

    /// <returns>When a request began; 0 when nobody listens.</returns>
    public long Begin() => meter.MeasuresRequests || CallTraces.IsAsked ? clock.GetTimestamp() : 0;

    public void End(VendorExchange exchange, long begin)
    {
        var delivered = exchange.Delivered;
        var now = delivered.Count > 0 ? exchange.Space.Time.ReadNow() : default;
        for (var i = 0; i < delivered.Count; i++)
        {
            EventLatency.Record(now - delivered[i].At);
        }

        if (begin == 0)
        {
            return;
        }

        var took = clock.GetElapsedTime(begin);
        meter.Ended(exchange, took, now);
        traces.Ended(exchange, clock.GetUtcNow() - took);
    }
}
