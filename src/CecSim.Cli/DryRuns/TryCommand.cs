using CecSim.Server.Listeners;

namespace CecSim.Cli.DryRuns;

/// <summary><c>cecsim try</c>: what a well-behaved client sees of a scenario, at once and without a server.</summary>
internal static class TryCommand
{
    private static readonly Argument<string[]> Files = new("FILE|DIR")
    {
        Description = "Scenario files, folders of them, or names of cecsim's own; - for one on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<ulong?> Seed = new("--seed")
    {
        Description = "The seed of every random draw and id, whatever the scenarios say.",
        HelpName = "N",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "An array for programs, with the body of every answer.",
    };

    public static Command Create()
    {
        var command = new Command(
            "try",
            "Plays a scenario to a client that does as the documents say, once for each of its rules, in frozen " +
            "time; exits 1 where that client had to give up, or no call comes to a rule.")
        {
            Files, Seed, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal;
        using var input = terminal.OpenInput();
        var load = ScenarioFiles.Load(parsed.GetValue(Files)!, input);
        ComplaintText.Tell(terminal, [.. load.Complaints, .. load.Warnings]);
        if (load.Complaints.Count > 0)
        {
            return ExitCodes.WrongInput;
        }

        try
        {
            var trials = await PlayAsync(load.Scenarios, parsed.GetValue(Seed), cancellationToken);
            terminal.Output.Write(TextOf(trials, parsed.GetValue(Json)));
            return trials.All(t => t.IsSound) ? ExitCodes.Success : ExitCodes.Failed;
        }
        catch (ListenException e)
        {
            return terminal.Refuse(e.Message, ExitCodes.Failed);
        }
    }

    internal static async Task<string> TellAsync(
        IReadOnlyList<Scenario> scenarios, ulong? seed, bool asJson, CancellationToken cancellationToken) =>
        TextOf(await PlayAsync(scenarios, seed, cancellationToken), asJson);

    private static string TextOf(IEnumerable<DryRun> trials, bool asJson) =>
        asJson ? LadderJson.Of(trials) + "\n" : string.Join('\n', trials.Select(LadderText.Of));

    private static async Task<IReadOnlyList<DryRun>> PlayAsync(
        IReadOnlyList<Scenario> scenarios, ulong? seed, CancellationToken cancellationToken)
    {
        var trials = new List<DryRun>();
        foreach (var scenario in scenarios)
        {
            var seeded = scenario with { Space = scenario.Space with { Seed = seed ?? scenario.Space.Seed } };
            await foreach (var run in DryRun.RunAllAsync(seeded, cancellationToken))
            {
                trials.Add(run);
            }
        }

        return trials;
    }
}
