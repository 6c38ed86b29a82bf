using System.Diagnostics;

namespace CecSim.Pacts.Tests.Foreign;

/// <summary>Scripts of <c>tests/pact</c>.</summary>
internal static class Node
{
    public static Process Start(string script, params string[] arguments) => Process.Start(
        new ProcessStartInfo("node", [Checkout.PathOf("tests", "pact", script), .. arguments])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        using var node = Start(script, arguments);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, output + await errors);
    }
}
