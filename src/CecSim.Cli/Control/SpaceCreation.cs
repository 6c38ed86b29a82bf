namespace CecSim.Cli.Control;

/// <summary><c>cecsim spaces create</c>.</summary>
internal static class SpaceCreation
{
    private static readonly Option<string?> Scenario = new("--scenario")
    {
        Description = "The name of a scenario, one of 'spaces scenarios'; the demo contact centre unless given.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> File = new("--file")
    {
        Description = "A scenario file of this machine, which the server gets to read; - for standard input.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The space's name; the scenario's unless given, with a number where that is taken.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> OwnCredentials = new("--own-credentials")
    {
        Description = "Credentials of its own, even where the scenario names some.",
    };

    private static readonly Option<bool> Frozen = new("--frozen")
    {
        Description = "Its time stands still until it is advanced.",
    };

    private static readonly Option<double?> Rate = new("--rate")
    {
        Description = "Its time runs: so many seconds in one second of real time.",
        HelpName = "N",
    };

    private static readonly Option<DateTimeOffset?> StartsAt =
        Times.Option("--starts-at", "The first moment of its time");

    public static Command Create()
    {
        var command = new Command("create", "Makes a space, and prints its credentials.")
        {
            Scenario, File, Name, OwnCredentials, Frozen, Rate, StartsAt,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Scenario) is not null && result.GetResult(File) is not null)
            {
                result.AddError("Name a scenario with --scenario or with --file, not with both.");
            }

            if (result.GetValue(Frozen) && result.GetResult(Rate) is not null)
            {
                result.AddError("Time is frozen or has a rate: leave out --frozen or --rate.");
            }

            if (result.GetResult(StartsAt) is not null && !result.GetValue(Frozen) && result.GetResult(Rate) is null)
            {
                result.AddError("Say with --frozen or --rate N how time goes on from --starts-at.");
            }
        });
        return command.Does(RunAsync);
    }

    private static async Task<int> RunAsync(ControlRun run)
    {
        var (text, complaint) =
            run.Value(File) is { } file ? await HandedFile.ReadAsync(file, run) : default;
        if (complaint is not null)
        {
            return run.Refuse(complaint);
        }

        var space = new NewSpace
        {
            Scenario = run.Value(Scenario),
            Inline = text,
            InlineName = run.Value(File),
            Name = run.Value(Name),
            OwnCredentials = run.Value(OwnCredentials),
            Clock = ClockOf(run),
        };
        return run.Show(
            await run.Server.CreateSpaceAsync(space, run.Ends),
            AnswerJson.Contract.SpaceDetails,
            SpacesCommand.TextOf);
    }

    private static StartClock? ClockOf(ControlRun run) =>
        run.Value(Frozen) ? StartClock.Frozen with { StartsAt = run.Value(StartsAt) }
        : run.Value(Rate) is { } rate ? new StartClock(ClockMode.Running, rate, run.Value(StartsAt))
        : null;
}
