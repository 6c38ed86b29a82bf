using System.CommandLine;

namespace CecSim.Cli;

internal static class CertsCommand
{
    public static Command Create() => new("certs", "The development CA that HTTPS certificates come from.");
}
