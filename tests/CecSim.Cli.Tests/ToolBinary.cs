using System.Diagnostics;

namespace CecSim.Cli.Tests;

/// <summary>A run of the file that <c>CECSIM_BINARY</c> names, in the place of one in this process.</summary>
internal static class ToolBinary
{
    /// <param name="interrupt">Presses Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        string input,
        (string Name, string? Value)[] variables,
        string[] arguments,
        TextWriter output,
        TextWriter errors,
        CancellationToken interrupt)
    {
        var start = ToolCommand.With(arguments);
        foreach (var name in start.Environment.Keys.Where(IsOfCecSim).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = CecSimProcess.Start(start, DataFolder.Path, variables);
        await using var pressing = interrupt.Register(() => Interrupt(process.Id));
        var read = Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, errors));
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without a look at what it was given.
        }

        await read;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    private static bool IsOfCecSim(string variable) => variable.StartsWith("CEC", StringComparison.Ordinal);

    private static void Interrupt(int processId)
    {
        using var kill = Process.Start("kill", ["-INT", $"{processId}"]);
        kill.WaitForExit();
    }

    private static async Task CopyAsync(TextReader from, TextWriter to)
    {
        var buffer = new char[4_096];
        for (int count; (count = await from.ReadAsync(buffer)) > 0;)
        {
            await to.WriteAsync(buffer, 0, count);
        }
    }
}
