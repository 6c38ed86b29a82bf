using System.CommandLine;
using CecSim.Cli.Checking;
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
        SchemaCommand.Create(),
        CertsCommand.Create(),
        FindingsCommand.Create(),
    };
}
