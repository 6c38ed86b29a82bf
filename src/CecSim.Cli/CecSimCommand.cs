using System.CommandLine;
using CecSim.Cli.Findings;

namespace CecSim.Cli;

/// <summary>The command line as a whole.</summary>
internal static class CecSimCommand
{
    public static RootCommand Create() => new("A CEC contact centre that runs on your own machine.")
    {
        ServeCommand.Create(),
        CheckCommand.Create(),
        CertsCommand.Create(),
        FindingsCommand.Create(),
    };
}
