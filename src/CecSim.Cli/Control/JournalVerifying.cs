namespace CecSim.Cli.Control;

/// <summary><c>cecsim journal verify</c>: whether a claim about requests holds, for scripts that go on it.</summary>
internal static class JournalVerifying
{
    private static readonly Option<int?> AtLeast = Count("--at-least", "So many or more; 1 unless a number is given.");
    private static readonly Option<int?> AtMost = Count("--at-most", "So many or fewer.");
    private static readonly Option<int?> Exactly = Count("--times", "Exactly so many; then neither of the others.");

    public static Command Create()
    {
        var command = new Command(
            "verify", "Whether so many such requests came; exits with 1 when not, and when that cannot be known.")
        {
            Exactly, AtLeast, AtMost,
        };
        JournalFilter.AddTo(command);
        return command;
    }

    public static async Task<int> RunAsync(ControlRun run, JournalControl journal)
    {
        var claim = JournalFilter.Of(run) with
        {
            Times = run.Value(Exactly),
            AtLeast = run.Value(AtLeast),
            AtMost = run.Value(AtMost),
        };
        var verdict = await journal.VerifyAsync(claim, run.Ends);
        run.Show(verdict, AnswerJson.Contract.JournalVerdict, TextOf);
        return verdict.Holds ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static string TextOf(JournalVerdict verdict) =>
        $"{(verdict.Holds ? "It holds" : "It does not hold")}: {TableWriter.Line(verdict.Why)}\n"
        + (verdict.Nearest.Count == 0 ? "" : "\n" + TableWriter.Of(
            ["NEAREST", "METHOD", "PATH", "STATUS", "DIFFERENCES"],
            verdict.Nearest.Select(n => (string?[])
            [
                n.Entry.Id,
                n.Entry.Request.Method,
                JournalCommand.PathOf(n.Entry),
                JournalCommand.StatusOf(n.Entry),
                n.Differences.Count == 0 ? "none" : string.Join("; ", n.Differences),
            ]),
            whenEmpty: ""));

    private static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(r => ServeCommand.Require(r, option, n => n is null or >= 0, "0 or more"));
        return option;
    }
}
