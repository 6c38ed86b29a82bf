using System.Diagnostics;

namespace CecSim.RepositoryRules.Tests;

/// <summary>Runs what the README tells its reader to run, from the root of the checkout.</summary>
internal static class Shell
{
    // The reader's own certificates are not for tests to make. One folder for all, as a reader has it.
    private static readonly string _data = MakeDataFolder();

    public static async Task<string> RunAsync(string script)
    {
        using var shell = Start(script);
        var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, $"{script}\nended with {shell.ExitCode}: {errors}");
        return await output;
    }

    public static Process Start(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = Repository.Own.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        start.Environment["CECSIM_DATA"] = _data;
        return Process.Start(start)!;
    }

    private static string MakeDataFolder()
    {
        var folder = Directory.CreateTempSubdirectory("cecsim-readme-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder.FullName;
    }
}
