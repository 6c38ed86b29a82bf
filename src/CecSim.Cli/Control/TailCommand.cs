namespace CecSim.Cli.Control;

/// <summary><c>cecsim tail</c>: what happens in a space, as it happens.</summary>
internal static class TailCommand
{
    private static readonly Argument<string?> Space = new("SPACE")
    {
        Description = "The space's name; needed only where the server has several.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Kinds = new Option<string[]>("--kind")
    {
        Description = $"Only this kind; may be given several times: {string.Join(", ", StreamText.Kinds)}.",
        HelpName = "KIND",
    }.AcceptOnlyFromAmong([.. StreamText.Kinds]);

    private static readonly Option<string?> Text = new("--text")
    {
        Description = "Only what has this anywhere in it; capitals do not matter.",
        HelpName = "TEXT",
    };

    private static readonly Option<long?> Limit = new("--limit")
    {
        Description = "Ends after so many.",
        HelpName = "N",
    };

    public static Command Create()
    {
        Limit.Validators.Add(r => ServeCommand.Require(r, Limit, n => n is null or >= 1, "1 or more"));
        var command = new Command(
            "tail", "What happens in a space, as it happens, until Ctrl-C; --json writes a line of JSON for each.")
        {
            Space, Kinds, Text, Limit,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Space) is not null && result.GetResult(ServerOptions.Space) is not null)
            {
                result.AddError("Name the space once, with SPACE or with --space.");
            }
        });
        return command.OfSpace().Does(async run =>
            await run.FindSpaceAsync(run.Value(Space)) is { } space
                ? await new Tail(run, space, FilterOf(run), run.Value(Limit)).RunAsync()
                : ExitCodes.WrongInput);
    }

    private static StreamFilter FilterOf(ControlRun run) => new(run.Value(Kinds) ?? [], run.Value(Text));
}
