using CecSim.Control.Contracts;
using CecSim.Server.Telemetry;

using LatencyBucket = CecSim.Control.Contracts.LatencyBucket;

namespace CecSim.Server.Control.Latency;

/// <summary>The server's own word on how late it was, for load tests to put beside that of the clients.</summary>
internal static class LatencyEndpoints
{
    public static void MapLatency(this IEndpointRouteBuilder control) =>
        control.MapGet("/latency", Read).WithSummary("Read how late events were, as the server itself saw it");

    internal static Ok<ServerLatency> Read(ExchangeTelemetry telemetry) =>
        TypedResults.Ok(new ServerLatency(Of(telemetry.EventLatency)));

    private static LatencyCounts Of(LatencyHistogram latencies)
    {
        var buckets = latencies.Buckets
            .Select(b => new LatencyBucket((long)b.Upper.TotalMicroseconds, b.Count))
            .ToList();
        return new LatencyCounts(buckets.Sum(b => b.Count), (long)latencies.Sum.TotalMicroseconds, buckets);
    }
}
