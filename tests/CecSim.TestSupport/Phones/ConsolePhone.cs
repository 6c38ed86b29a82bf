using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;

namespace CecSim.Tests;

/// <summary>A softphone that was not written here, on a console: it is typed to, and says what it does.</summary>
internal sealed class ConsolePhone : IAsyncDisposable
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ConsolePhone(DirectoryInfo folder, Process process)
    {
        Folder = folder;
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Its home, and where it works. It ends with the phone.</summary>
    public DirectoryInfo Folder { get; }

    /// <param name="package">What of Debian brings it.</param>
    public static ConsolePhone Start(
        DirectoryInfo folder, string program, string package, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = folder.FullName, ["TERM"] = "dumb" },
        };
        try
        {
            return new ConsolePhone(folder, Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is missing: ./test.sh installs {package}.", e);
        }
    }

    /// <summary>Goes on once it has said that; fails with all that it said when it does not.</summary>
    public async Task SaysAsync(string text)
    {
        var said = new StringBuilder();
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token, TestContext.Current.CancellationToken);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(ends.Token))
            {
                said.AppendLine(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with what it said.
        }

        Assert.Fail($"The phone never said '{text}':\n{said}");
    }

    /// <summary>Goes on once its program has ended well; fails with all that it said when it does not.</summary>
    public async Task EndsAsync()
    {
        using var patience = new CancellationTokenSource(PatienceMax, TimeProvider.System);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token, TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(ends.Token);
        var said = string.Join('\n', await _lines.Reader.ReadAllAsync(ends.Token).ToListAsync(ends.Token));
        Assert.True(_process.ExitCode == 0, $"The phone ended with {_process.ExitCode}:\n{said}");
    }

    public void Type(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        // Asked politely it may wait for what will not come.
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Folder.Delete(recursive: true);
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
