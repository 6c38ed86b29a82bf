using CecSim.Control.Contracts;
using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Control.Health;

/// <summary>Whether the process lives, and whether every listener is up.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder control)
    {
        var group = control.MapGroup("/health");
        group.MapGet("/live", Live).WithSummary("Whether the process lives");
        group.MapGet("/ready", Ready).WithSummary("Whether every listener is up").Refuses(ProblemCode.NotReady);
    }

    internal static Ok<HealthReport> Live() => TypedResults.Ok(new HealthReport(ServerHealth.Live));

    // Kestrel tells that it has started only when the last of its listeners is bound.
    internal static Results<Ok<HealthReport>, ProblemHttpResult> Ready(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested
            ? TypedResults.Ok(new HealthReport(ServerHealth.Ready))
            : ProblemCode.NotReady.ToProblem("Not every listener is up.");
}
