using CecSim.Control.Contracts;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Commands;
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
            .Refuses(
            [
                ProblemCode.MomentBroken, ProblemCode.CannotBeRepeated, ProblemCode.SpaceFailed,
                .. SpaceFactory.NoRoom,
            ]);
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
        SpaceDirectory spaces,
        SnapshotService snapshots,
        IServer server,
        CecSimArgs args,
        CancellationToken aborted)
    {
        if (snapshot.Version != SpaceSnapshot.CurrentVersion)
        {
            return ProblemCode.MomentBroken.ToProblem($"Its version is {snapshot.Version}, not 1.");
        }

        if (snapshot.Steps.Count > CommandLog.CommandsMax || snapshot.ResetsCount is < 0 or > SnapshotService.ResetsMax)
        {
            return ProblemCode.MomentBroken.ToProblem($"It has more than {CommandLog.CommandsMax} steps or resets.");
        }

        if (SnapshotService.SettingsOf(snapshot) is not { } settings)
        {
            return ProblemCode.MomentBroken.ToProblem("Its scenario or its profile is none.");
        }

        if (SnapshotService.WhyNoTime(snapshot) is { } why)
        {
            return ProblemCode.MomentBroken.ToProblem(why);
        }

        var (hosted, problem) = SpaceFactory.Add(spaces, snapshot.Name, settings, SnapshotService.ClockOf(snapshot));
        if (hosted is null)
        {
            return problem!;
        }

        var isWhole = false;
        try
        {
            if (await snapshots.PlayAsync(hosted, snapshot, aborted) is { } difference)
            {
                return ProblemCode.CannotBeRepeated.ToProblem($"Its steps bring other {difference} than it says.");
            }

            isWhole = true;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or UriFormatException)
        {
            return ProblemCode.MomentBroken.ToProblem(e.Message);
        }
        finally
        {
            // Whatever ended it, half a space is none.
            if (!isWhole)
            {
                spaces.Remove(hosted.Name);
            }
        }

        return TypedResults.Created(
            $"{ControlApiMiddleware.Prefix}/spaces/{hosted.Name}", hosted.ToContract(ServerUrls.Of(args, server)));
    }
}
