using System.CommandLine;
using System.Globalization;
using CecSim.ControlClient;
using CecSim.Simulation;

namespace CecSim.Cli.Control;

/// <summary><c>cecsim journal</c>: what clients sent and what went out, to look at, explain and hand on.</summary>
internal static class JournalCommand
{
    private static readonly Argument<string> Id = new("ID")
    {
        Description = "The entry, as in the answer's header X-CecSim-Id.",
    };

    private static readonly Option<string?> Operation = Text("--operation", "The last word of the path.", "NAME");

    private static readonly Option<string?> User = Text("--user", "Whom the request spoke for.", "USER");

    private static readonly Option<string?> Containing = Text("--text", "Anywhere in path, query or bodies.", "TEXT");

    private static readonly Option<int?> Status = new("--status")
    {
        Description = "The HTTP status of the answer; 0 for none.",
        HelpName = "CODE",
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "How many at most, the latest ones.",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };

    public static Command Create()
    {
        Limit.Validators.Add(r => ServeCommand.Require(r, Limit, n => n is >= 1 and <= 1_000, "1 to 1000"));
        return new Command("journal", "What the clients of a space sent, and what went out in answer.")
        {
            Operation, User, Status, Containing, Limit,
            new Command("list", "The entries, the oldest first.") { Operation, User, Status, Containing, Limit }
                .Does(ListAsync),
            new Command("explain", "Tells why a request was answered as it was.") { Id }.Does(ExplainAsync),
            new Command("har", "Writes the journal as HTTP Archive 1.2, for a browser's network panel.")
            {
                Operation, User, Status, Containing,
            }.Does(HarAsync),
            new Command("clear", "Forgets all entries.").Does(ClearAsync),
        }
        .OfSpace()
        .Does(ListAsync);
    }

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.Journal.SearchAsync(QueryOf(run), run.Value(Limit), cancellationToken: run.Ends),
        AnswerJson.Readable.JournalPage,
        page => Sheet.Of(
            ["ID", "AT", "METHOD", "PATH", "USER", "STATUS", "CODE", "FAULTS"],
            page.Entries.Select(e => (string?[])
            [
                e.Id,
                Sheet.Time(e.At),
                e.Request.Method,
                new Uri(e.Request.Url).AbsolutePath,
                e.User,
                e.Response is { } answer ? answer.Status.ToString(CultureInfo.InvariantCulture) : "none",
                e.Response?.ResultCode,
                Sheet.List(e.Faults),
            ]),
            NothingFor(run)) + (page.Dropped > 0 ? $"{page.Dropped} older entries were dropped.\n" : ""));

    private static string NothingFor(ControlRun run)
    {
        (string Name, string? Value)[] filters =
        [
            (Operation.Name, run.Value(Operation)),
            (User.Name, run.Value(User)),
            (Status.Name, $"{run.Value(Status)}"),
            (Containing.Name, run.Value(Containing)),
        ];
        var asked = filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Name} {f.Value}").ToList();
        return asked.Count == 0
            ? "Nothing was recorded."
            : $"Nothing was recorded that fits {VisibleText.Line(string.Join(" ", asked))}.";
    }

    private static async Task<int> ExplainAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.Journal.ExplainAsync(run.Value(Id), run.Ends),
        AnswerJson.Readable.Explanation,
        explanation => explanation.Text.TrimEnd('\n') + "\n");

    private static async Task<int> HarAsync(ControlRun run, SpaceControl space)
    {
        Console.Out.WriteLine(await space.Journal.ReadHarAsync(QueryOf(run), run.Ends));
        return ExitCodes.Success;
    }

    private static async Task<int> ClearAsync(ControlRun run, SpaceControl space)
    {
        await space.Journal.ClearAsync(run.Ends);
        return run.Show(new Done("journal"), AnswerJson.Readable.Done, _ => "The journal is empty.\n");
    }

    private static JournalQuery QueryOf(ControlRun run) => new()
    {
        Operation = run.Value(Operation),
        User = run.Value(User),
        Status = run.Value(Status),
        Text = run.Value(Containing),
    };

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
