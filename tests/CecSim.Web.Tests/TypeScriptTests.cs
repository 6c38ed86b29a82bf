using System.Diagnostics;

namespace CecSim.Web.Tests;

/// <summary>The TypeScript's own checks: the compiler's, and its unit tests.</summary>
public sealed class TypeScriptTests
{
    [Theory]
    [InlineData("typescript/bin/tsc", "--noEmit")]
    [InlineData("vitest/vitest.mjs", "run")]
    [Shows(
        "9/script-twice", "9/no-document-write", "9/understood-after-1000-ms", "9/dials-at-bar",
        "9/cckbar-popup", "9/frame-name", "9/listeners",
        "9/saicc-context-path", "9/aicc-context-path", "9/contextpath-of-chapter-7", "9/icon-opens-bar",
        "9.1/eventpost-text", "9.1/eventpost-object", "9.1/only-subscribed", "9.1/eventpost-adds",
        "9.1/callout-list", "9.1/callout-fields", "9.3/trans-out-result", "9.1/callout-text", "9.1/other-origins",
        "9.2/listener-called", "9.2/message-event", "9.2/bare-envelope")]
    public async Task It_passes(string program, string argument)
    {
        var folder = Checkout.PathOf("src", "CecSim.Web");
        var start = new ProcessStartInfo("node", [Path.Combine("node_modules", program), argument])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1", ["CI"] = "true" },
        };
        using var check = Process.Start(start)!;
        var output = check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        Assert.True(check.ExitCode == 0, $"{await output}\n{errors}");
    }
}
