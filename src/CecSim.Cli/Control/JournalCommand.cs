namespace CecSim.Cli.Control;

/// <summary><c>cecsim journal</c>: what clients sent and what went out, to look at, judge and hand on.</summary>
internal static class JournalCommand
{
    private static readonly Argument<string> Id = new("ID")
    {
        Description = "The entry, as in the answer's header X-CecSim-Id.",
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many at most: the latest ones, with --after the first ones.",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };

    private static readonly Option<int?> HarLimit = new("--limit")
    {
        Description = "How many at most, 1 to 1000: the latest ones, with --after the first ones; all unless given.",
        HelpName = "N",
    };

    private static readonly Option<string?> After = new("--after")
    {
        Description = "Only those after the entry of this id.",
        HelpName = "ID",
    };

    private static readonly Option<bool> NoSpace = new("--no-space")
    {
        Description = "The requests that belong to no space: of unknown keys and paths.",
        Recursive = true,
    };

    public static Command Create()
    {
        Limit.Validators.Add(r => ServeCommand.Require(r, Limit, n => n is >= 1 and <= 1_000, "1 to 1000"));
        HarLimit.Validators.Add(r =>
            ServeCommand.Require(r, HarLimit, n => n is null or (>= 1 and <= 1_000), "1 to 1000"));
        var journal = new Command("journal", "What the clients of a space sent, and what went out in answer.")
        {
            NoSpace,
            Filtered(new Command("list", "The entries, the oldest first."), Limit).DoesWith(ListAsync),
            new Command("explain", "Tells why a request was answered as it was.") { Id }.DoesWith(ExplainAsync),
            Filtered(
                new Command("har", "Writes the journal as HTTP Archive 1.2, for a browser's network panel."), HarLimit)
                .DoesWith(HarAsync),
            JournalVerifying.Create().DoesWith(JournalVerifying.RunAsync),
            new Command("clear", "Forgets all entries.").DoesWith(ClearAsync),
        };
        return Filtered(journal, Limit).OfSpace().DoesWith(ListAsync);
    }

    internal static string PathOf(JournalEntry entry) => new Uri(entry.Request.Url).AbsolutePath;

    internal static string StatusOf(JournalEntry entry) => TableWriter.Number(entry.Response?.Status) ?? "none";

    private static Command Filtered(Command command, Option limit)
    {
        JournalFilter.AddTo(command);
        command.Add(limit);
        command.Add(After);
        return command;
    }

    private static Command DoesWith(this Command command, Func<ControlRun, JournalControl, Task<int>> act) =>
        command.Does(async run =>
            await FindAsync(run) is { } journal ? await act(run, journal) : ExitCodes.WrongInput);

    private static async Task<JournalControl?> FindAsync(ControlRun run)
    {
        if (!run.Value(NoSpace))
        {
            return (await run.FindSpaceAsync())?.Journal;
        }

        if (run.Value(ServerOptions.Space) is null)
        {
            return run.Server.Journal;
        }

        run.Refuse("Name a space with --space or say --no-space, not both.");
        return null;
    }

    private static async Task<int> ListAsync(ControlRun run, JournalControl journal)
    {
        var query = JournalFilter.Of(run);
        return run.Show(
            await journal.SearchAsync(query, run.Value(Limit), run.Value(After), run.Ends),
            AnswerJson.Contract.JournalPage,
            page => TableWriter.Of(
                ["ID", "AT", "METHOD", "PATH", "USER", "STATUS", "CODE", "FAULTS"],
                page.Entries.Select(e => (string?[])
                [
                    e.Id,
                    TableWriter.Time(e.At),
                    e.Request.Method,
                    PathOf(e),
                    e.User,
                    StatusOf(e),
                    e.Response?.ResultCode,
                    TableWriter.List(e.Faults),
                ]),
                NothingFor(query)) + (page.Dropped > 0 ? $"{page.Dropped} older entries were dropped.\n" : ""));
    }

    private static string NothingFor(JournalQuery query) => JournalFilter.TextOf(query) is { Length: > 0 } asked
        ? $"Nothing was recorded that fits {TableWriter.Line(asked)}."
        : "Nothing was recorded.";

    private static async Task<int> ExplainAsync(ControlRun run, JournalControl journal) => run.Show(
        await journal.ExplainAsync(run.Value(Id), run.Ends),
        AnswerJson.Contract.Explanation,
        explanation => explanation.Text.TrimEnd('\n') + "\n");

    private static async Task<int> HarAsync(ControlRun run, JournalControl journal)
    {
        run.Terminal.Output.WriteLine(
            await journal.ReadHarAsync(JournalFilter.Of(run), run.Value(HarLimit), run.Value(After), run.Ends));
        return ExitCodes.Success;
    }

    private static async Task<int> ClearAsync(ControlRun run, JournalControl journal)
    {
        await journal.ClearAsync(run.Ends);
        return run.Show(new Done("journal"), AnswerJson.Readable.Done, _ => "The journal is empty.\n");
    }
}
