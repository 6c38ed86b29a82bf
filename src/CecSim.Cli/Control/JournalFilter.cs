namespace CecSim.Cli.Control;

/// <summary>Which requests of a journal are meant, as it is typed: all that the control API can be asked for.</summary>
internal static class JournalFilter
{
    private static readonly Option<string?> Operation = Text("--operation", "The last word of the path.", "NAME");
    private static readonly Option<string?> Method = Text("--method", "The HTTP method.", "METHOD");
    private static readonly Option<string?> Path = Text("--path", "The path without its query.", "PATH");
    private static readonly Option<string?> User = Text("--user", "Whom the request spoke for.", "USER");

    private static readonly Option<int?> Status = new("--status")
    {
        Description = "The HTTP status of the answer; 0 for none.",
        HelpName = "CODE",
    };

    private static readonly Option<string?> ResultCode = Text("--result-code", "The resultCode of the answer.", "CODE");

    private static readonly Option<DateTimeOffset?> Since =
        Times.Option("--since", "Not before this moment of the space's time");

    private static readonly Option<DateTimeOffset?> Until =
        Times.Option("--until", "Not after this moment of the space's time");

    private static readonly Option<string?> Containing = Text("--text", "Anywhere in path, query or bodies.", "TEXT");

    private static readonly Option[] All =
        [Operation, Method, Path, User, Status, ResultCode, Since, Until, Containing];

    public static void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>A claim without numbers, which is a query as well.</summary>
    public static JournalClaim Of(ControlRun run) => new()
    {
        Operation = run.Value(Operation),
        Method = run.Value(Method),
        Path = run.Value(Path),
        User = run.Value(User),
        Status = run.Value(Status),
        ResultCode = run.Value(ResultCode),
        Since = run.Value(Since),
        Until = run.Value(Until),
        Text = run.Value(Containing),
    };

    /// <summary>What was asked for, as it can be typed; empty for everything.</summary>
    public static string TextOf(JournalQuery query)
    {
        (Option Option, string? Value)[] asked =
        [
            (Operation, query.Operation), (Method, query.Method), (Path, query.Path), (User, query.User),
            (Status, TableWriter.Number(query.Status)), (ResultCode, query.ResultCode), (Since, $"{query.Since:O}"),
            (Until, $"{query.Until:O}"), (Containing, query.Text),
        ];
        return string.Join(
            " ", asked.Where(a => !string.IsNullOrEmpty(a.Value)).Select(a => $"{a.Option.Name} {a.Value}"));
    }

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
