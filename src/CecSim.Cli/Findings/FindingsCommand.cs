namespace CecSim.Cli.Findings;

/// <summary><c>cecsim findings</c>: a running server's judgement on its clients, for a reader or for CI.</summary>
internal static class FindingsCommand
{
    private static readonly Option<string?> Space = new("--space")
    {
        Description = "One space by name; without it all of them, and requests that belong to none.",
        HelpName = "NAME",
    };

    private static readonly Option<string> FailOn = new Option<string>("--fail-on")
    {
        Description = "Exit with 1 when something of that level or worse was found.",
        DefaultValueFactory = _ => Levels.Names[^1],
    }.AcceptOnlyFromAmong([.. Levels.Names]);

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "How to print it.",
        DefaultValueFactory = _ => ReportFormats.Text,
    }.AcceptOnlyFromAmong([.. ReportFormats.All.Keys]);

    public static Command Create()
    {
        var command = new Command(
            "findings", "What clients did wrong; exits with 1 when that is as bad as --fail-on.")
        {
            ServerOptions.Server, Space, FailOn, Format,
        };
        ServerOptions.Key.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal;
        var (key, wrongKey) = ServerOptions.KeyOf(parsed);
        if (wrongKey is not null)
        {
            return terminal.Refuse(wrongKey);
        }

        var fetched = await FindingsSource.FetchAsync(
            parsed.GetValue(ServerOptions.Server)!, parsed.GetValue(Space), key, cancellationToken);
        if (fetched.Complaint is { } complaint)
        {
            return terminal.Refuse(complaint);
        }

        var failOn = parsed.GetValue(FailOn)!;
        await terminal.Output.WriteLineAsync(ReportFormats.All[parsed.GetValue(Format)!](fetched.Reports, failOn));
        return fetched.Reports.Any(r => r.Findings.Any(f => Levels.IsAsBadAs(f.Level, failOn)))
            ? ExitCodes.Failed
            : ExitCodes.Success;
    }
}
