using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CecSim.Examples.Tests;

/// <summary>Each example is run as its page says.</summary>
public sealed partial class ExampleTests : IDisposable
{
    private const string JavaLibraries = "/usr/share/java/*";

    private static readonly string Folder = Checkout.PathOf("examples");

    private readonly string _built = Directory.CreateTempSubdirectory("cecsim-examples-").FullName;
    private readonly string _tool;

    /// <summary>The tool as it was built here is one program.</summary>
    public ExampleTests()
    {
        _tool = Path.Combine(_built, "cecsim");
        var words = ToolCommand.Words.Select(w => $"'{w}'");
        File.WriteAllText(_tool, $"#!/bin/sh\nexec {string.Join(' ', words)} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>By its folder: which tests run an example that takes more than is here.</summary>
    private static readonly Dictionary<string, string> RunElsewhere = new()
    {
        ["aspire"] = "tests/CecSim.Packages.Tests/ExampleTests.cs",
        ["ci"] = "tests/CecSim.RepositoryRules.Tests/CiFilesTests.cs",
        ["click-to-dial"] = "src/cecsim-js/tests/examples.test.ts",
        ["dotnet"] = "tests/CecSim.Packages.Tests/ExampleTests.cs",
        ["kubernetes"] = "tests/CecSim.RepositoryRules.Tests/ContainerFilesTests.cs",
    };

    [Fact]
    public void Each_example_is_run_here_or_elsewhere()
    {
        Assert.Equal(
            RunElsewhere.Keys.Concat(["java", "python"]).Order(),
            Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order());
        foreach (var (example, tests) in RunElsewhere)
        {
            Assert.Contains(example, File.ReadAllText(Checkout.PathOf(tests)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_tests_in_Python_pass()
    {
        var output = await RunAsync("python", "/usr/bin/python3", "-W", "error", "-B", "-m", "unittest");

        Assert.Matches(PythonTests(), output);
    }

    [Fact]
    public async Task The_tests_in_Java_pass()
    {
        var sources = Directory.GetFiles(Path.Combine(Folder, "java"), "*.java");
        await RunAsync("java", "javac", ["-Xlint:-path", "-d", _built, "-cp", JavaLibraries, .. sources]);

        var output = await RunAsync(
            "java",
            "java",
            "-cp",
            $"{_built}:{JavaLibraries}",
            "org.junit.platform.console.ConsoleLauncher",
            "--scan-classpath",
            _built);

        Assert.Matches(JavaTests(), output);
    }

    public void Dispose() => Directory.Delete(_built, recursive: true);

    [GeneratedRegex(@"Ran 3 tests in [\s\S]*\nOK\n")]
    private static partial Regex PythonTests();

    [GeneratedRegex(@"\[ +3 tests successful +\]\n\[ +0 tests failed +\]")]
    private static partial Regex JavaTests();

    private async Task<string> RunAsync(string example, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Folder, example),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CECSIM_BINARY"] = _tool },
        };
        using var run = Process.Start(start)!;
        try
        {
            var output = run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            var all = $"{await output}\n{errors}";

            Assert.True(run.ExitCode == 0, all);
            return all;
        }
        finally
        {
            run.Kill(entireProcessTree: true);
        }
    }
}
