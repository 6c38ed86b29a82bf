using CecSim.Control.Contracts;
using CecSim.Guarding;
using CecSim.Server.Gateway;
using CecSim.Simulation.Polls;

using PollKind = CecSim.Simulation.Polls.PollKind;

namespace CecSim.Server.Control.Process;

/// <summary>For load tests, which ask before and after whether anything stayed behind.</summary>
internal static class ProcessEndpoints
{
    public static void MapProcess(this IEndpointRouteBuilder control) =>
        control.MapGet("/process", Read)
            .WithSummary("Read what the server costs its machine, and what went wrong in it")
            .WithMetadata(new NotForVisits());

    /// <param name="collect">Whether to collect garbage first, all of it.</param>
    internal static Ok<ServerProcess> Read(SpaceDirectory spaces, Guard guard, CallGateway gateway, bool? collect)
    {
        var load = GatewayLoad.Of(gateway);
        var managed = GC.GetTotalMemory(forceFullCollection: collect == true);
        return TypedResults.Ok(new ServerProcess(
            managed,
            Environment.WorkingSet,
            ThreadPool.ThreadCount,
            ThreadPool.PendingWorkItemCount,
            (long)Environment.CpuUsage.TotalTime.TotalMilliseconds,
            spaces.All.Sum(s => s.Polls.Count(PollKind.ClickToCall) + s.Polls.Count(PollKind.Chat)),
            new GatewayUse(
                load.SipCalls, load.SipTransactions, load.SipTimers, load.MediaCalls, load.HalfOpenHandshakes),
            [.. guard.Failures.Select(f => new ServerFailure(f.Place, f.FirstWhy, f.Count))],
            [
                .. guard.Nuisances.Where(n => n.Count > 0)
                    .Select(n => new CecSim.Control.Contracts.Nuisance(n.Name, n.Description, n.Count)),
            ]));
    }
}
