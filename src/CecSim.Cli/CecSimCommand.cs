using System.CommandLine.Completions;
using CecSim.Cli.Calling;
using CecSim.Cli.Completions;
using CecSim.Cli.Contracts;
using CecSim.Cli.Findings;
using CecSim.Cli.Shipped;

namespace CecSim.Cli;

/// <summary>The command line as a whole.</summary>
internal static class CecSimCommand
{
    // Commands know their options, and are added to: each is made once for all runs of this process.
    public static RootCommand Root { get; } = Create();

    private static SuggestDirective Suggest { get; } = Root.Directives.OfType<SuggestDirective>().Single();

    /// <summary>Does what was typed, or says what is wrong with it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        string[] arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Root.Parse(arguments);
        var exitCode = parsed.Errors.Count > 0 && parsed.GetResult(Suggest) is null
            ? await WrongArguments.TellAsync(parsed, terminal)
            : await parsed.InvokeAsync(terminal, cancellationToken);
        await terminal.Output.FlushAsync(CancellationToken.None);
        await terminal.Error.FlushAsync(CancellationToken.None);
        return exitCode;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("A CEC contact centre that runs on your own machine.");
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        foreach (var verb in Verbs())
        {
            root.Add(verb);
        }

        return root;
    }

    private static IEnumerable<Command> Verbs() =>
    [
        ServeCommand.Create(),
        CheckCommand.Create(),
        TryCommand.Create(),
        CallCommand.Create(),
        ScenariosCommand.Create(),
        NewCommand.Create(),
        SchemaCommand.Create(),
        CertsCommand.Create(),
        HealthCommand.Create(),
        ProcessCommand.Create(),
        LatencyCommand.Create(),
        SpacesCommand.Create(),
        SnapshotsCommand.Create(),
        ReplayCommand.Create(),
        ClockCommand.Create(),
        PollsCommand.Create(),
        BreakpointsCommand.Create(),
        TokensCommand.Create(),
        StatisticsCommand.Create(),
        CallsCommand.Create(),
        QueuesCommand.Create(),
        AgentsCommand.Create(),
        PhonesCommand.Create(),
        FaultsCommand.Create(),
        JournalCommand.Create(),
        TailCommand.Create(),
        PactCommand.Create(),
        FindingsCommand.Create(),
        VerifyCommand.Create(),
        FidelityCommand.Create(),
        CompletionsCommand.Create(),
    ];
}
