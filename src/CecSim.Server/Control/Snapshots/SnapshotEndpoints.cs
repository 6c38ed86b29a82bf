using CecSim.Control.Contracts;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Snapshots;
using Microsoft.AspNetCore.Hosting.Server;

namespace CecSim.Server.Control.Snapshots;

/// <summary>A space to hand to a colleague, as it stood at a bug.</summary>
internal static class SnapshotEndpoints
{
    public static void MapSnapshots(this IEndpointRouteBuilder control)
    {
        control.MapGet("/spaces/{spaceName}/export", ExportAsync)
            .WithSummary("Export a space as it stands, with all that brought it there")
            .Refuses([ProblemCode.CannotBeRepeated, .. SpaceOfRoute.Refusals]);
        control.MapPost("/import", ImportAsync)
            .WithSummary("Make an exported space again; its time stands")
            .Refuses(SnapshotMaking.Refusals);
    }

    internal static async Task<Results<Ok<SpaceSnapshot>, ProblemHttpResult>> ExportAsync(
        SpaceOfRoute space, SnapshotService snapshots, CancellationToken aborted)
    {
        var (snapshot, why) = await snapshots.ExportAsync(space.Hosted, aborted);
        if (snapshot is null)
        {
            return ProblemCode.CannotBeRepeated.ToProblem(why!);
        }

        // What is given away is taken back: the same measure in both directions.
        var json = JsonSerializer.SerializeToUtf8Bytes(snapshot, ControlJson.Default.SpaceSnapshot);
        return json.Length <= SpaceSnapshot.BytesMax
            ? TypedResults.Ok(snapshot)
            : ProblemCode.CannotBeRepeated.ToProblem(
                $"It weighs {json.Length} bytes, and at most {SpaceSnapshot.BytesMax} are taken; a reset begins anew.");
    }

    internal static async Task<Results<Created<SpaceDetails>, ProblemHttpResult>> ImportAsync(
        SpaceSnapshot snapshot,
        SnapshotMaking making,
        IServer server,
        CecSimArgs args,
        CancellationToken aborted)
    {
        var (hosted, problem) = await making.MakeAsync(snapshot, aborted);
        return hosted is null ? problem! : Created(hosted, server, args);
    }

    internal static Created<SpaceDetails> Created(HostedSpace hosted, IServer server, CecSimArgs args) =>
        TypedResults.Created(
            $"{ControlApiMiddleware.Prefix}/spaces/{hosted.Name}", hosted.ToContract(ServerUrls.Of(args, server)));
}
