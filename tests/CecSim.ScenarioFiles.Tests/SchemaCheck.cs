using System.Diagnostics;

namespace CecSim.ScenarioFiles.Tests;

/// <summary>What an editor makes of the files: a foreign reader of YAML, and a foreign JSON Schema validator.</summary>
internal static class SchemaCheck
{
    public static string SchemaFile { get; } =
        Path.Combine(ScenarioFolder.Root, "scenarios", "scenario.schema.json");

    /// <returns>What is wrong with each file; without files, with each default and example of the schema.</returns>
    public static async Task<Dictionary<string, string[]>> RunAsync(params string[] files)
    {
        var script = Path.Combine(ScenarioFolder.Root, "tests", "schema-check", "check.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, SchemaFile, .. files])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(l => (string)l["what"]!, l => l["errors"]!.AsArray().Select(e => (string)e!).ToArray());
    }
}
