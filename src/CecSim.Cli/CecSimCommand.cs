using System.CommandLine;
using CecSim.Cli.Calling;
using CecSim.Cli.Checking;
using CecSim.Cli.Contracts;
using CecSim.Cli.Control;
using CecSim.Cli.Findings;
using CecSim.Cli.Trying;

namespace CecSim.Cli;

/// <summary>The command line as a whole.</summary>
internal static class CecSimCommand
{
    public static RootCommand Create() => new("A CEC contact centre that runs on your own machine.")
    {
        ServeCommand.Create(),
        CheckCommand.Create(),
        TryCommand.Create(),
        CallCommand.Create(),
        SchemaCommand.Create(),
        CertsCommand.Create(),
        HealthCommand.Create(),
        SpacesCommand.Create(),
        ClockCommand.Create(),
        PollsCommand.Create(),
        CallsCommand.Create(),
        QueuesCommand.Create(),
        AgentsCommand.Create(),
        FaultsCommand.Create(),
        JournalCommand.Create(),
        FindingsCommand.Create(),
        VerifyCommand.Create(),
    };
}
