namespace CecSim.Cli.Control;

/// <summary><c>cecsim snapshots</c>: spaces as they stood, to go back to and to hold against each other.</summary>
internal static class SnapshotsCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The snapshot's name." };

    private static readonly Argument<string> Other = new("OTHER") { Description = "The one after it." };

    private static readonly Option<string?> Into = new("--into")
    {
        Description = "The name of another space to make of it; it takes the place of its own unless given.",
        HelpName = "SPACE",
    };

    public static Command Create() =>
        new Command("snapshots", "The snapshots that a running server keeps as long as it runs.")
        {
            new Command("list", "All snapshots, the oldest first.").Does(ListAsync),
            new Command("save", "Saves a space as it stands, with its tokens and secrets.")
            {
                Name, ServerOptions.Space,
            }.Does(SaveAsync),
            new Command("load", "Makes a space of a snapshot again; its time stands.") { Name, Into }.Does(LoadAsync),
            new Command("show", "Writes a snapshot as a file for cecsim spaces import and serve --snapshot.")
            {
                Name, SpaceMoving.Output,
            }.Does(ShowAsync),
            new Command("diff", "Tells what is other in a second snapshot.") { Name, Other }.Does(DiffAsync),
            new Command("delete", "Forgets a snapshot.") { Name }.Does(DeleteAsync),
        }
        .OfServer()
        .Does(ListAsync);

    private static async Task<int> ListAsync(ControlRun run) => run.Show(
        await run.Server.ListSnapshotsAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListSnapshotDetails,
        all => TableWriter.Of(
            ["NAME", "SPACE", "SAVED", "NOW", "COMMANDS", "BYTES"],
            all.Select(s => (string?[])
            [
                s.Name,
                s.Space,
                TableWriter.Time(s.Saved),
                TableWriter.Time(s.Now),
                s.Commands.ToString(System.Globalization.CultureInfo.InvariantCulture),
                s.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ]),
            "The server keeps no snapshot. cecsim snapshots save NAME makes one."));

    private static async Task<int> SaveAsync(ControlRun run)
    {
        if (await run.FindSpaceAsync() is not { } space)
        {
            return ExitCodes.WrongInput;
        }

        return run.Show(
            await run.Server.SaveSnapshotAsync(run.Value(Name), space.Name, run.Ends),
            AnswerJson.Contract.SnapshotDetails,
            s => $"Saved {s.Space} as {s.Name}: {s.Commands} commands. "
                + $"Go back to it: cecsim snapshots load {s.Name}\n");
    }

    private static async Task<int> LoadAsync(ControlRun run) => run.Show(
        await run.Server.LoadSnapshotAsync(run.Value(Name), run.Value(Into), run.Ends),
        AnswerJson.Contract.SpaceDetails,
        SpacesCommand.TextOf);

    private static async Task<int> ShowAsync(ControlRun run)
    {
        var snapshot = await run.Server.ReadSnapshotAsync(run.Value(Name), run.Ends);
        return SpaceMoving.Write(run, run.Value(Name), snapshot, run.Value(SpaceMoving.Output)!);
    }

    private static async Task<int> DiffAsync(ControlRun run) => run.Show(
        await run.Server.CompareSnapshotsAsync(run.Value(Name), run.Value(Other), run.Ends),
        AnswerJson.Contract.SnapshotDifferences,
        d => TableWriter.Of(
            ["WHERE", "BEFORE", "AFTER"],
            d.Differences.Select(o => (string?[])[o.Path, o.Before ?? "–", o.After ?? "–"]),
            "They do not differ.")
            + (d.Total > d.Differences.Count ? $"{d.Total - d.Differences.Count} more.\n" : ""));

    private static async Task<int> DeleteAsync(ControlRun run)
    {
        var name = run.Value(Name);
        await run.Server.DeleteSnapshotAsync(name, run.Ends);
        return run.Show(new Done(name), AnswerJson.Readable.Done, d => $"Deleted {d.Name}.\n");
    }
}
