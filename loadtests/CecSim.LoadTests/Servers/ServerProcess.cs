using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CecSim.LoadTests.Servers;

/// <summary>A server of this machine that a run starts and ends.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly List<Uri> _addresses = [];
    private readonly SemaphoreSlim _news = new(0);

    private bool _isStarted;

    private ServerProcess(Process process) => _process = process;

    /// <summary>What it says it listens on.</summary>
    public IReadOnlyList<Uri> Addresses
    {
        get
        {
            lock (_lines)
            {
                return [.. _addresses];
            }
        }
    }

    /// <summary>What it has of the machine's memory, as the machine says.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    private string Command => $"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)}";

    /// <param name="addressCount">How many addresses it prints when it has started.</param>
    /// <exception cref="IOException">It ended, or did not say where it listens.</exception>
    public static Task<ServerProcess> StartAsync(
        string file, IEnumerable<string> arguments, int addressCount, CancellationToken ends) =>
        StartAsync(file, arguments, (server, limit) => server.WhenListeningAsync(addressCount, limit), ends);

    /// <param name="probe">Where it answers when it has started; for those who do not say it.</param>
    /// <exception cref="IOException">It ended, or does not answer.</exception>
    public static Task<ServerProcess> StartAsync(
        string file, IEnumerable<string> arguments, Uri probe, CancellationToken ends) =>
        StartAsync(file, arguments, (server, limit) => server.WhenAnsweringAsync(probe, limit), ends);

    /// <param name="whenStartedAsync">Is over once it has started.</param>
    /// <exception cref="IOException">It ended, or took too long.</exception>
    public static async Task<ServerProcess> StartAsync(
        string file,
        IEnumerable<string> arguments,
        Func<ServerProcess, CancellationToken, Task> whenStartedAsync,
        CancellationToken ends)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Directory.CreateTempSubdirectory("cecsim-load-").FullName,
        };
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        using var patience = new CancellationTokenSource(StartMax, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ends, patience.Token);
        try
        {
            server.Start();
            await whenStartedAsync(server, limit.Token);
            return server;
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            var said = server.Said();
            await server.DisposeAsync();
            throw new IOException($"{server.Command} did not start within {StartMax}:\n{said}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isStarted && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        // Peers leave files where they run.
        Directory.Delete(_process.StartInfo.WorkingDirectory, recursive: true);
        _process.Dispose();
        _news.Dispose();
    }

    [GeneratedRegex(@"https?://(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Address();

    private void Start()
    {
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.Exited += (_, _) => _news.Release();
        _isStarted = _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            if (_lines.Count < 100)
            {
                _lines.Add(line);
                _addresses.AddRange(Address().Matches(line).Select(m => new Uri(m.Value)));
                _news.Release();
            }
        }
    }

    private async Task WhenListeningAsync(int addressCount, CancellationToken limit)
    {
        while (Addresses.Count < addressCount)
        {
            RefuseToWaitForTheDead();
            await _news.WaitAsync(limit);
        }
    }

    private async Task WhenAnsweringAsync(Uri probe, CancellationToken limit)
    {
        using var http = new HttpClient();
        while (true)
        {
            RefuseToWaitForTheDead();
            try
            {
                using var response = await http.GetAsync(probe, limit);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit);
            }
        }
    }

    private void RefuseToWaitForTheDead()
    {
        if (_process.HasExited)
        {
            throw new IOException($"{Command} ended before it listened:\n{Said()}");
        }
    }

    private string Said()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }
}
