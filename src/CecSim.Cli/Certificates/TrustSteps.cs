using System.ComponentModel;
using System.Diagnostics;

namespace CecSim.Cli.Certificates;

/// <summary>What is done to a store, a step at a time: each is told, and none is done in a dry run.</summary>
internal sealed class TrustSteps(Terminal terminal, bool isDryRun, CancellationToken ends)
{
    // A user's PATH has them not everywhere.
    private static readonly string[] FoldersOfAdministrators = ["/usr/sbin", "/sbin"];

    public string? Variable(string name) => terminal.Variable(name);

    public void Say(string text) => terminal.Output.WriteLine(text);

    /// <returns>Its path; null where this machine has no such program.</returns>
    public string? Find(string program) => (Variable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(f => f.Length > 0)
        .Concat(FoldersOfAdministrators)
        .Select(f => Path.Combine(f, program))
        .FirstOrDefault(File.Exists);

    /// <exception cref="IOException">It cannot be done.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not do it.</exception>
    public void Do(string what, Action act)
    {
        if (!isDryRun)
        {
            act();
        }

        Say($"{(isDryRun ? "would " : "")}{what}");
    }

    /// <returns>What the program said where it failed; null where all is well.</returns>
    public async Task<string?> RunAsync(string program, params string[] arguments)
    {
        var command = string.Join(' ', [program, .. arguments]);
        if (!isDryRun && await FailureOfAsync(program, arguments) is { } failure)
        {
            return $"{command}: {failure}";
        }

        Say($"{(isDryRun ? "would " : "")}run {command}");
        return null;
    }

    /// <summary>Asks a program something, in a dry run too.</summary>
    public async Task<bool> SucceedsAsync(string program, params string[] arguments) =>
        await FailureOfAsync(program, arguments) is null;

    private async Task<string?> FailureOfAsync(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(ends);
            var errors = await process.StandardError.ReadToEndAsync(ends);
            await output;
            await process.WaitForExitAsync(ends);
            return process.ExitCode == 0 ? null : $"it ended with {process.ExitCode}. {errors.Trim()}".TrimEnd();
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}
