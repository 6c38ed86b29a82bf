using System.CommandLine.Invocation;

namespace CecSim.Cli;

/// <summary><c>cecsim --version</c>.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProductVersion.Full);
        return ExitCodes.Success;
    }
}
