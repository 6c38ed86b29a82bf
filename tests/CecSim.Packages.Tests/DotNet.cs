using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CecSim.Packages.Tests;

/// <summary>The SDK's command line, as a user of the packages has it.</summary>
internal static class DotNet
{
    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The folder that packages are restored to; null for the user's own.</param>
    /// <returns>What it printed.</returns>
    public static Task<string> RunAsync(string folder, string? packages, params string[] arguments) =>
        RunAsync(folder, packages, environment: [], arguments);

    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The folder that packages are restored to; null for the user's own.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(
        string folder, string? packages, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = Command("dotnet", folder, packages, arguments);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            process.ExitCode == 0,
            $"dotnet {string.Join(' ', arguments)}\nended with {process.ExitCode}:\n{output}\n{await errors}");
        return output;
    }

    public static ProcessStartInfo Command(string program, string folder, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // An installed tool looks for the runtime by itself, and it may be at a place of its own.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        return start;
    }
}
