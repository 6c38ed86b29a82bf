using System.Diagnostics;

namespace CecSim.LoadTests.Reports;

/// <summary>Which state of the sources was measured.</summary>
internal static class Commit
{
    /// <returns>Its hash, with <c>+changes</c> where the clone has more; null where git does not know.</returns>
    public static async Task<string?> OfAsync(string folder)
    {
        try
        {
            return await GitAsync(folder, "describe", "--always", "--dirty=+changes", "--abbrev=12", "--exclude=*");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<string?> GitAsync(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var text = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return git.ExitCode == 0 ? text.Trim() : null;
    }
}
