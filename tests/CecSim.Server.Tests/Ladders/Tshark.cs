using System.Diagnostics;

namespace CecSim.Server.Tests.Ladders;

/// <summary>Wireshark's own reading of a file.</summary>
internal static class Tshark
{
    /// <returns>A line for each packet that the filter lets through, its fields between tabs.</returns>
    public static Task<string[]> ReadAsync(byte[] pcapng, string filter, params string[] fields) =>
        ReadAsync(pcapng, filter, [], fields);

    /// <param name="options">How it is to read.</param>
    public static async Task<string[]> ReadAsync(
        byte[] pcapng, string filter, string[] options, params string[] fields)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pcapng);
            var start = new ProcessStartInfo("tshark") { RedirectStandardOutput = true, RedirectStandardError = true };
            string[] arguments =
            [
                "-r", file, "-Y", filter, .. options, "-T", "fields", .. fields.SelectMany(f => (string[])["-e", f]),
            ];
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var tshark = Process.Start(start)!;
            var complaints = tshark.StandardError.ReadToEndAsync();
            var lines = await tshark.StandardOutput.ReadToEndAsync();
            await tshark.WaitForExitAsync();
            Assert.True(tshark.ExitCode == 0, await complaints);
            return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
