using CecSim.Control.Contracts;
using CecSim.Server.Snapshots;
using Microsoft.AspNetCore.Hosting.Server;

namespace CecSim.Server.Control.Snapshots;

/// <summary>A second space at an earlier point of a first one.</summary>
internal static class ReplayEndpoints
{
    public static void MapReplay(this IEndpointRouteBuilder space) =>
        space.MapPost("/replay", ReplayAsync)
            .WithSummary("Make a second space that stands where this one stood at an earlier point")
            .Refuses(SnapshotMaking.Refusals);

    internal static async Task<Results<Created<SpaceDetails>, ProblemHttpResult>> ReplayAsync(
        SpaceReplay body,
        SpaceOfRoute space,
        SpaceDirectory spaces,
        SnapshotService service,
        SnapshotMaking making,
        IServer server,
        CecSimArgs args,
        CancellationToken aborted)
    {
        var (whole, why) = await service.ExportAsync(space.Hosted, aborted);
        if (whole is null)
        {
            return ProblemCode.CannotBeRepeated.ToProblem(why!);
        }

        if (PointOf(body, whole) is not var (count, moment))
        {
            return ProblemCode.BadRequest.ToProblem(
                $"Send one of {{\"commands\":N}}, 0 to {whole.Steps.Count}, and {{\"at\":TIME}}, " +
                $"{whole.StartedAt:yyyy-MM-dd'T'HH:mm:ss.fffK} to {whole.Now:yyyy-MM-dd'T'HH:mm:ss.fffK}.");
        }

        var earlier = making.Beside(whole.To(count, moment), body.Name ?? spaces.FreeName(whole.Name));
        var (hosted, problem) = await making.MakeAsync(earlier, aborted, compares: false);
        return hosted is null ? problem! : SnapshotEndpoints.Created(hosted, server, args);
    }

    private static (int CommandsCount, DateTimeOffset Moment)? PointOf(SpaceReplay body, SpaceSnapshot whole) =>
        body switch
        {
            { Commands: >= 0 and var count, At: null } when count <= whole.Steps.Count =>
                (count, count == 0 ? whole.StartedAt : whole.Steps[count - 1].At),
            { Commands: null, At: { } moment } when moment >= whole.StartedAt && moment <= whole.Now =>
                (whole.Steps.TakeWhile(s => s.At <= moment).Count(), moment),
            _ => null,
        };
}
