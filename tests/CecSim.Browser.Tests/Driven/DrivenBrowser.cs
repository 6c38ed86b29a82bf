using System.Diagnostics;

namespace CecSim.Browser.Tests.Driven;

/// <summary>
/// Debian's Firefox, or a Chromium whose tabs are hidden behind others as people's are, driven by
/// <c>tests/firefox/driver.mjs</c>: a command and an answer a line.
/// </summary>
internal sealed class DrivenBrowser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _driver;
    private readonly Task _reading;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ITestOutputHelper? _output = TestContext.Current.TestOutputHelper;
    private int _last;

    private DrivenBrowser(Process driver)
    {
        _driver = driver;
        _reading = ReadAsync();
    }

    /// <param name="preferences">What about:config calls them.</param>
    public static DrivenBrowser StartFirefox(params (string Name, object Value)[] preferences) => Start(new()
    {
        ["browser"] = "firefox",
        ["program"] = Environment.GetEnvironmentVariable("FIREFOX") ?? "/usr/bin/firefox-esr",
        ["preferences"] = new JsonObject(preferences.Select(
            p => KeyValuePair.Create(p.Name, JsonSerializer.SerializeToNode(p.Value)))),
    });

    public static DrivenBrowser StartChromium(string program, IEnumerable<string> arguments, DirectoryInfo profile) =>
        Start(new()
        {
            ["browser"] = "chrome",
            ["program"] = program,
            ["arguments"] = new JsonArray([.. arguments.Select(a => JsonValue.Create(a))]),
            ["profile"] = profile.FullName,
        });

    public async Task<DrivenPage> OpenAsync(Uri url) =>
        new(this, (await DoAsync("open", new() { ["url"] = url.ToString() })).GetString()!);

    /// <summary>Pages that are opened from now on may ask for zoom and colours.</summary>
    public Task InstallSettingsAsync() => DoAsync("install", new() { ["path"] = Settings.Folder });

    /// <summary>Lets pages of an address notify, of which nobody in front of the machine can be asked.</summary>
    public Task LetNotifyAsync(Uri address) =>
        DoAsync("letNotify", new() { ["origin"] = address.GetLeftPart(UriPartial.Authority) });

    public async Task<JsonElement> DoAsync(string what, JsonObject? with = null)
    {
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = with ?? [];
        var id = Interlocked.Increment(ref _last);
        (command["id"], command["do"]) = (id, what);
        _asked[id] = answer;
        await _writing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            await _driver.StandardInput.WriteLineAsync(command.ToJsonString());
            await _driver.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            _writing.Release();
        }

        return await answer.Task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // At the end of its input the driver closes the browser and itself.
        _driver.StandardInput.Close();
        try
        {
            await _reading.WaitAsync(Patience, TimeProvider.System);
        }
        finally
        {
            if (!_driver.HasExited)
            {
                _driver.Kill(entireProcessTree: true);
            }

            _driver.Dispose();
            _writing.Dispose();
        }
    }

    private static DrivenBrowser Start(JsonObject options)
    {
        var folder = Checkout.PathOf("tests", "firefox");
        options["console"] = true;
        return new DrivenBrowser(Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(folder, "driver.mjs"), options.ToJsonString()])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    private async Task ReadAsync()
    {
        while (await _driver.StandardOutput.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var answer = json.RootElement;
            if (!answer.TryGetProperty("id", out var id))
            {
                _output?.WriteLine(line);
            }
            else if (!_asked.TryRemove(id.GetInt32(), out var asked))
            {
                throw new InvalidOperationException($"Nobody asked for {line}");
            }
            else if (answer.TryGetProperty("error", out var error))
            {
                asked.SetException(new InvalidOperationException(error.GetString()));
            }
            else
            {
                asked.SetResult(answer.TryGetProperty("value", out var value) ? value.Clone() : default);
            }
        }

        foreach (var asked in _asked.Values)
        {
            asked.TrySetException(new InvalidOperationException("The browser's driver has ended."));
        }
    }
}
