using System.ComponentModel;
using System.Diagnostics;

namespace CecSim.Telephony.Tests.Sip.Sipp;

/// <summary>One run of sipp, a client that was not written here.</summary>
internal static class SippRun
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(60);

    /// <summary>Fails with what sipp says unless every call of the scenario went as the scenario expects.</summary>
    public static async Task PassesAsync(IPEndPoint server, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("sipp-");
        try
        {
            var (exitCode, output) = await RunAsync(
                folder.FullName,
                ["-nostdin", "-trace_err", "-error_file", "errors.log", "-timeout", "40s", "-timeout_error",
                    "-i", "127.0.0.1", .. arguments, server.ToString()]);
            var errors = Path.Combine(folder.FullName, "errors.log");
            Assert.True(
                exitCode == 0,
                $"sipp ended with {exitCode}.\n{(File.Exists(errors) ? await File.ReadAllTextAsync(errors) : output)}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static string Scenario(string name) =>
        Path.Combine(AppContext.BaseDirectory, "Sip", "Sipp", $"{name}.xml");

    private static async Task<(int ExitCode, string Output)> RunAsync(string folder, string[] arguments)
    {
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        var start = new ProcessStartInfo("sipp", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TERM"] = "dumb" },
        };
        using var sipp = Start(start);
        try
        {
            var output = sipp.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = sipp.StandardError.ReadToEndAsync(patience.Token);
            await sipp.WaitForExitAsync(patience.Token);
            return (sipp.ExitCode, await output + await errors);
        }
        finally
        {
            if (!sipp.HasExited)
            {
                sipp.Kill();
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                "sipp is missing. The Debian package sip-tester brings it, and test.sh installs it.", missing);
        }
    }
}
