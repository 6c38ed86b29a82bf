using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CecSim.LoadTests.Tests;

/// <summary>The command as a user starts it, in a folder of its own.</summary>
internal sealed class LoadProcess : IDisposable
{
    private static readonly string Program =
        Path.Combine(AppContext.BaseDirectory, "..", "..", "CecSim.LoadTests", Configuration, "cecsim-load.dll");

    private readonly DirectoryInfo _out = Directory.CreateTempSubdirectory("cecsim-load-tests-");

    public string Html => Path.Combine(_out.FullName, "report.html");

    public JsonObject Result =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(_out.FullName, "result.json")))!.AsObject();

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <param name="arguments">Separated by blanks.</param>
    /// <param name="file">Where the report is to go, in place of the folder.</param>
    public async Task<(int ExitCode, string Text)> RunAsync(string arguments, string? file = null)
    {
        string[] binary = ToolCommand.Binary is { } named && !arguments.Contains("--binary", StringComparison.Ordinal)
            ? ["--binary", named]
            : [];
        var start = new ProcessStartInfo(
            "dotnet", [Program, .. arguments.Split(' '), .. binary, "--out", file ?? _out.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _out.FullName,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    public string Write(string name, string text)
    {
        var file = Path.Combine(_out.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => _out.Delete(recursive: true);
}
