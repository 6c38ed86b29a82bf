using System.ComponentModel;
using System.Diagnostics;

namespace CecSim.ForeignPeers.Tests;

/// <summary>
/// A WebRTC stack or phone that was not written here, behind the commands of <c>tests/foreign-peers</c>.
/// </summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private static readonly TimeSpan CommandMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private PeerProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        _process.BeginErrorReadLine();
    }

    /// <param name="script">A script of <c>tests/foreign-peers</c>, for Node.js or Python by its ending.</param>
    public static PeerProcess Start(string script)
    {
        var folder = Checkout.PathOf("tests", "foreign-peers");

        // Debian's own Python has Debian's GStreamer; another one, earlier on the path, has not.
        var program = Path.GetExtension(script) == ".py" ? "/usr/bin/python3" : "node";
        try
        {
            return new PeerProcess(Process.Start(new ProcessStartInfo(program, [Path.Combine(folder, script)])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is missing: ./test.sh installs what the peers need.", e);
        }
    }

    /// <summary>Calls what event 168101 says; ends when media are connected.</summary>
    public Task CallAsync(JsonObject content) => AskAsync("call", content);

    /// <summary>Ends when the echo of what it says is heard.</summary>
    public Task HearsAsync() => AskAsync("hears");

    /// <returns>The pitch of what it hears, in hertz, once it is the same for a while.</returns>
    public async Task<double> PitchAsync() => (double)(await AskAsync("pitch"))!;

    public Task HoldAsync() => AskAsync("hold");

    public Task ResumeAsync() => AskAsync("resume");

    public Task HangUpAsync() => AskAsync("hangUp");

    /// <summary>Ends when the gateway has hung up.</summary>
    public Task EndedAsync() => AskAsync("ended");

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<JsonNode?> AskAsync(string command, JsonNode? argument = null)
    {
        await _process.StandardInput.WriteLineAsync(
            new JsonObject { ["command"] = command, ["argument"] = argument?.DeepClone() }.ToJsonString());
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await ReadAsync(command);
        var answer = JsonNode.Parse(line)!;
        Assert.True(answer["failed"] is null, $"{command}: {line}");
        return answer["done"];
    }

    // Libraries write what they like to the same output; an answer is a line that is an object.
    private async Task<string> ReadAsync(string command)
    {
        var reading = TimeProvider.System;
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(CommandMax, reading, TestContext.Current.CancellationToken);
            if (line is null)
            {
                Assert.Fail($"The peer ended before it had done '{command}'.");
            }

            if (line.StartsWith("{\"", StringComparison.Ordinal))
            {
                return line;
            }

            TestContext.Current.TestOutputHelper?.WriteLine(line);
        }
    }
}
