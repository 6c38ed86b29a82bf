using CecSim.Server.Certificates;

namespace CecSim.Cli.Control;

/// <summary>
/// <c>cecsim spaces export</c> and <c>import</c>: a space as it stands goes to another server, or to a colleague.
/// </summary>
internal static class SpaceMoving
{
    internal static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Where to write it, for its owner's eyes only; standard output unless given.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "-",
    };

    private static readonly Argument<string> File = new("FILE")
    {
        Description = "What export wrote; - for standard input.",
    };

    public static Command CreateExport(Argument<string> name) =>
        new Command("export", "Writes a space as it stands, with all that brought it there, tokens and secrets too.")
        {
            name, Output,
        }
        .Does(run => ExportAsync(run, run.Server.Space(run.Value(name))));

    public static Command CreateImport() =>
        new Command("import", "Makes an exported space again, under its name; its time stands.") { File }
            .Does(ImportAsync);

    private static async Task<int> ExportAsync(ControlRun run, SpaceControl space)
    {
        var snapshot = await space.ExportAsync(run.Ends);
        return Write(run, space.Name, snapshot, run.Value(Output)!);
    }

    /// <summary>Puts a snapshot where it is wanted; a file is its owner's alone, for secrets are in it.</summary>
    internal static int Write(ControlRun run, string name, string snapshot, string file)
    {
        if (file == "-")
        {
            run.Terminal.Output.WriteLine(snapshot);
            return ExitCodes.Success;
        }

        try
        {
            PrivateFile.Write(file, Encoding.UTF8.GetBytes(snapshot), PrivateFile.OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return run.Refuse(e.Message, ExitCodes.Failed);
        }

        return run.Show(new Written(name, file), AnswerJson.Readable.Written, w => $"Wrote {w.Name} to {w.File}.\n");
    }

    private static async Task<int> ImportAsync(ControlRun run)
    {
        var (snapshot, complaint) = await HandedFile.ReadAsync(run.Value(File), run);
        if (snapshot is null)
        {
            return run.Refuse(complaint!);
        }

        return Events.IsJson(snapshot)
            ? run.Show(
                await run.Server.ImportSpaceAsync(snapshot, run.Ends),
                AnswerJson.Contract.SpaceDetails,
                SpacesCommand.TextOf)
            : run.Refuse($"{run.Value(File)} holds no exported space. cecsim spaces export NAME writes one.");
    }
}
