using System.Diagnostics;

namespace CecSim.Cli.Tests;

/// <summary>A foreign validator with the JSON Schema of SARIF 2.1.0.</summary>
internal static class SarifSchema
{
    /// <returns>A line for each error; empty for a valid log.</returns>
    public static async Task<string> ErrorsOfAsync(string sarif)
    {
        var script = Checkout.PathOf("tests", "schema-check", "sarif.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(sarif);
        node.StandardInput.Close();
        var errors = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return errors;
    }
}
