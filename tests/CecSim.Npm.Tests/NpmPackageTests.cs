using System.Diagnostics;

namespace CecSim.Npm.Tests;

/// <summary>
/// The npm package's own checks: the compiler's, and its tests, a file each. They pack it with a script in the native
/// binary's place that runs the tool as it was built here, or the file that <c>CECSIM_BINARY</c> names.
/// </summary>
public sealed class NpmPackageTests
{
    private static readonly string Folder = Checkout.PathOf("src", "cecsim-js");

    public static TheoryData<string> TestFiles =>
        [.. Directory.GetFiles(Path.Combine(Folder, "tests"), "*.test.ts").Select(f => Path.GetFileName(f)!).Order()];

    [Fact]
    public Task Its_types_are_sound() => PassesAsync("typescript/bin/tsc", "--noEmit");

    [Theory]
    [MemberData(nameof(TestFiles))]
    public Task Its_tests_pass(string file) => PassesAsync("vitest/vitest.mjs", "run", $"tests/{file}");

    private static async Task PassesAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("node_modules", program), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NO_COLOR"] = "1",
                ["CI"] = "true",
                ["CECSIM_TOOL"] = string.Join(' ', ToolCommand.Words.Select(w => $"'{w}'")),
            },
        };
        using var check = Process.Start(start)!;
        var output = check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        Assert.True(check.ExitCode == 0, $"{await output}\n{errors}");
    }
}
