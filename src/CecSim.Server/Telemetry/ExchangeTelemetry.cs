using System.Diagnostics;
using CecSim.Server.Exchanges;

namespace CecSim.Server.Telemetry;

/// <summary>Tells meter and traces of each vendor request; where nobody listens it costs next to nothing.</summary>
internal sealed class ExchangeTelemetry(ServerMeter meter, CallTraces traces, TimeProvider clock)
{
    /// <returns>When a request began; 0 when nobody listens.</returns>
    public long Begin() => meter.MeasuresRequests || CallTraces.IsAsked ? clock.GetTimestamp() : 0;

    public void End(VendorExchange exchange, long begin)
    {
        if (begin == 0)
        {
            return;
        }

        var took = clock.GetElapsedTime(begin);
        meter.Ended(exchange, took);
        traces.Ended(exchange, clock.GetUtcNow() - took);
    }
}
