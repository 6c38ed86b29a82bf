using CecSim.Control.Contracts;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Snapshots;
using Microsoft.AspNetCore.Hosting.Server;

namespace CecSim.Server.Control.Snapshots;

/// <summary>Snapshots that the server keeps under their names, to go back to.</summary>
internal static class NamedSnapshotEndpoints
{
    private const int DifferencesTold = 100;

    public static void MapNamedSnapshots(this IEndpointRouteBuilder control)
    {
        control.MapGet("/snapshots", List).WithSummary("List the snapshots that the server keeps");
        control.MapPost("/snapshots", SaveAsync).WithSummary("Save a space as it stands, under a name")
            .Refuses(
                ProblemCode.SpaceUnknown, ProblemCode.NameTaken, ProblemCode.TooManySnapshots,
                ProblemCode.CannotBeRepeated, ProblemCode.SpaceFailed);
        control.MapGet("/snapshots/{snapshotName}", Read).WithSummary("Take a snapshot, as an exported space is")
            .Refuses(ProblemCode.SnapshotUnknown);
        control.MapDelete("/snapshots/{snapshotName}", Delete).WithSummary("Forget a snapshot")
            .Refuses(ProblemCode.SnapshotUnknown);
        control.MapPost("/snapshots/{snapshotName}/load", LoadAsync)
            .WithSummary("Make a snapshot again; its time stands")
            .Refuses([ProblemCode.SnapshotUnknown, .. SnapshotMaking.Refusals]);
        control.MapGet("/snapshots/{snapshotName}/differences", Compare)
            .WithSummary("Tell how another snapshot differs from it")
            .Refuses(ProblemCode.SnapshotUnknown);
    }

    internal static Ok<SnapshotList> List(NamedSnapshots snapshots) =>
        TypedResults.Ok(new SnapshotList([.. snapshots.All.Select(DetailsOf)]));

    internal static async Task<Results<Created<SnapshotDetails>, ProblemHttpResult>> SaveAsync(
        NewSnapshot body,
        SpaceDirectory spaces,
        SnapshotService service,
        NamedSnapshots snapshots,
        TimeProvider real,
        CancellationToken aborted)
    {
        if (!SpaceFactory.IsName(body.Name))
        {
            return ProblemCode.BadRequest.ToProblem("A name has 1 to 60 characters of a-z, 0-9 and '-'.");
        }

        if (spaces.Find(body.Space) is not { } hosted)
        {
            return ProblemCode.SpaceUnknown.ToProblem($"There is no space {body.Space}.");
        }

        if (snapshots.Find(body.Name) is not null)
        {
            return Taken(body.Name);
        }

        var (snapshot, why) = await service.ExportAsync(hosted, aborted);
        if (snapshot is null)
        {
            return ProblemCode.CannotBeRepeated.ToProblem(why!);
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(snapshot, ControlJson.Default.SpaceSnapshot).LongLength;
        var saved = new NamedSnapshot(body.Name, snapshot, real.GetUtcNow(), bytes);
        return snapshots.TryAdd(saved, out var refusal)
            ? TypedResults.Created($"{ControlApiMiddleware.Prefix}/snapshots/{saved.Name}", DetailsOf(saved))
            : refusal == SnapshotRefusal.NameTaken
            ? Taken(body.Name)
            : ProblemCode.TooManySnapshots.ToProblem(
                $"At most {NamedSnapshots.CountMax} are kept, of {NamedSnapshots.BytesMax} bytes in all: delete one.");
    }

    internal static Results<Ok<SpaceSnapshot>, ProblemHttpResult> Read(string snapshotName, NamedSnapshots snapshots) =>
        snapshots.Find(snapshotName) is { } saved ? TypedResults.Ok(saved.Snapshot) : Unknown(snapshotName, snapshots);

    internal static async Task<Results<Created<SpaceDetails>, ProblemHttpResult>> LoadAsync(
        string snapshotName,
        SnapshotLoad? body,
        NamedSnapshots snapshots,
        SnapshotMaking making,
        IServer server,
        CecSimArgs args,
        CancellationToken aborted)
    {
        if (snapshots.Find(snapshotName)?.Snapshot is not { } snapshot)
        {
            return Unknown(snapshotName, snapshots);
        }

        var (hosted, problem) = body?.Space is null || body.Space == snapshot.Name
            ? await making.ReplaceAsync(snapshot, aborted)
            : await making.MakeAsync(making.Beside(snapshot, body.Space), aborted);
        return hosted is null ? problem! : SnapshotEndpoints.Created(hosted, server, args);
    }

    /// <param name="with">The name of the other snapshot.</param>
    internal static Results<Ok<SnapshotDifferences>, ProblemHttpResult> Compare(
        string snapshotName, string with, NamedSnapshots snapshots)
    {
        if (snapshots.Find(snapshotName) is not { } one)
        {
            return Unknown(snapshotName, snapshots);
        }

        if (snapshots.Find(with) is not { } other)
        {
            return Unknown(with, snapshots);
        }

        var all = SnapshotComparison.Exact.DifferencesOf(one.Snapshot.State, other.Snapshot.State).ToList();
        return TypedResults.Ok(new SnapshotDifferences([.. all.Take(DifferencesTold)], all.Count));
    }

    internal static Results<NoContent, ProblemHttpResult> Delete(string snapshotName, NamedSnapshots snapshots) =>
        snapshots.Remove(snapshotName) ? TypedResults.NoContent() : Unknown(snapshotName, snapshots);

    private static SnapshotDetails DetailsOf(NamedSnapshot saved) => new(
        saved.Name, saved.Snapshot.Name, saved.SavedAt, saved.Snapshot.Now, saved.Snapshot.Steps.Count, saved.Bytes);

    private static ProblemHttpResult Taken(string name) =>
        ProblemCode.NameTaken.ToProblem($"A snapshot is called {name} already: delete it, or take another name.");

    private static ProblemHttpResult Unknown(string name, NamedSnapshots snapshots) =>
        ProblemCode.SnapshotUnknown.ToProblem(
            snapshots.All.Count == 0
                ? $"No snapshot is called {name}; none was saved."
                : $"No snapshot is called {name}. There are {string.Join(", ", snapshots.All.Select(s => s.Name))}.");
}
