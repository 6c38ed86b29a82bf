using System.Diagnostics;

namespace CecSim.Web.Tests;

/// <summary>The TypeScript's own checks: the compiler's, and its unit tests.</summary>
public sealed class TypeScriptTests
{
    [Theory]
    [InlineData("typescript/bin/tsc", "--noEmit")]
    [InlineData("vitest/vitest.mjs", "run")]
    public async Task It_passes(string program, string argument)
    {
        var folder = Path.Combine(FindRoot(), "src", "CecSim.Web");
        var start = new ProcessStartInfo("node", [Path.Combine("node_modules", program), argument])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1", ["CI"] = "true" },
        };
        using var check = Process.Start(start)!;
        var output = check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        Assert.True(check.ExitCode == 0, $"{await output}\n{errors}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No global.json above the test binaries.");
    }
}
