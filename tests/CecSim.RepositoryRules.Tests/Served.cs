using System.Diagnostics;

namespace CecSim.RepositoryRules.Tests;

/// <summary>The README's serve command, running on free ports.</summary>
internal sealed partial class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process) => _process = process;

    public string Banner { get; private set; } = "";

    public string Address => HttpAddress().Match(Banner).Value;

    public string SecureAddress => HttpsAddress().Match(Banner).Value;

    public static async Task<Served> StartAsync(string command)
    {
        // exec, so that the end of the shell is the end of the server.
        var free = FixedPort().Replace(command, "$1 0");
        var served = new Served(Shell.Start($"exec {free} --urls http://127.0.0.1:0 --https-port 0"));
        while (!served.Banner.Contains("Ctrl-C", StringComparison.Ordinal))
        {
            served.Banner += await served._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException(
                    $"{command} ended: {await served._process.StandardError.ReadToEndAsync()}");
            served.Banner += "\n";
        }

        return served;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Of two checkouts that are tested at once, or two programs of one, only one would have it.
    [GeneratedRegex("(--(?:sip|sip-tls|media)-port) [0-9]+")]
    private static partial Regex FixedPort();

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex HttpAddress();

    [GeneratedRegex("https://localhost:[0-9]+")]
    private static partial Regex HttpsAddress();
}
