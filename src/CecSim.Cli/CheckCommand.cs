using System.CommandLine;

namespace CecSim.Cli;

internal static class CheckCommand
{
    public static Command Create() => new("check", "Reads scenario files and prints every mistake in them.");
}
