using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CecSim.Fidelity.Falsifying;

/// <summary>Builds and runs test projects of a work tree.</summary>
internal sealed partial class TestProjects(string root)
{
    // The longest of these tests takes less than a minute; a falsified product may hang for ever.
    public static readonly TimeSpan OneClaimLimit = TimeSpan.FromSeconds(90);

    public static readonly TimeSpan AllClaimsLimit = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(30);

    /// <summary>The errors of the compiler by file and line; none when all is built.</summary>
    public async Task<IReadOnlyList<(string File, int Line, string Text)>> BuildAsync(
        IEnumerable<string> projects,
        CancellationToken cancellation)
    {
        foreach (var project in projects)
        {
            var (code, output) = await RunAsync(
                [
                    "build", $"tests/{project}", "-v", "q", "-nologo", "-clp:ErrorsOnly", "-p:RunAnalyzers=false",
                    "-p:TreatWarningsAsErrors=false", "-p:UseSharedCompilation=true", "-p:WarningLevel=0",
                ],
                claim: null,
                BuildLimit,
                cancellation);
            if (code != 0)
            {
                var errors = CompilerError().Matches(output).Select(m => (
                    Path.GetRelativePath(root, m.Groups[1].Value), int.Parse(m.Groups[2].ValueSpan),
                    m.Groups[3].Value)).Distinct().ToList();
                return errors.Count > 0 ? errors : [("", 0, output)];
            }
        }

        return [];
    }

    /// <summary>Which of the tests failed with the product in which <paramref name="claim"/> is false.</summary>
    /// <exception cref="InvalidOperationException">None of the tests was run.</exception>
    public async Task<IReadOnlyList<ShowingTest>> FailedAsync(
        string? claim,
        IReadOnlyList<ShowingTest> tests,
        TimeSpan limit,
        CancellationToken cancellation)
    {
        var failed = new List<ShowingTest>();
        foreach (var project in tests.GroupBy(t => t.Project))
        {
            var (code, output) = await RunAsync(
                [
                    $"artifacts/bin/{project.Key}/debug/{project.Key}.dll", "--no-ansi", "--progress", "off",
                    "--filter-method", .. project.Select(t => t.FullName).Distinct(),
                ],
                claim,
                limit,
                cancellation);
            if (code is 8 or 5)
            {
                throw new InvalidOperationException($"{project.Key} ran none of its tests:\n{output}");
            }

            // A run that ends in another way than by failed tests (a crash, the limit) is a failure of all of them.
            failed.AddRange(project.Where(t => code != 0
                && (code != 2 || output.Contains($"failed {t.FullName}", StringComparison.Ordinal))));
        }

        return failed;
    }

    private async Task<(int Code, string Output)> RunAsync(
        IEnumerable<string> arguments,
        string? claim,
        TimeSpan limit,
        CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["CECSIM_FALSIFIED"] = claim,
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["TESTINGPLATFORM_UI_LANGUAGE"] = "en",
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
        };
        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(limit, TimeProvider.System);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(ends.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return (-1, "Took too long.");
        }

        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex(@"^\s*(/[^(\n]+)\((\d+),\d+\): error (.*?) \[", RegexOptions.Multiline)]
    private static partial Regex CompilerError();
}
