using System.Diagnostics;

namespace CecSim.Tests;

/// <summary>
/// The command line tool in a process of its own, as a user starts it. What is not about the process, its signals,
/// streams and surroundings, is faster with <see cref="CecSimTool"/>.
/// </summary>
internal sealed class CecSimProcess : IAsyncDisposable
{
    // The user's own certificates are not for tests to make or to change.
    private readonly string _dataFolder = Directory.CreateTempSubdirectory("cecsim-test-").FullName;
    private readonly Process _process;

    private CecSimProcess(
        string[] arguments, string? dataFolder = null, params (string Name, string? Value)[] environment) =>
        _process = Start(dataFolder ?? _dataFolder, arguments, environment);

    private CecSimProcess(Surroundings surroundings, string[] arguments) =>
        _process = surroundings.Start(_dataFolder, arguments);

    /// <summary>Ports that no other test has.</summary>
    public static IReadOnlyList<string> FreePorts { get; } =
        ["--urls", "http://127.0.0.1:0", "--https-port", "0", "--media-port", "0"];

    /// <summary>What it printed before the first call could be made.</summary>
    public string Banner { get; private set; } = "";

    public Uri Address => new(Lines.First(l => l.StartsWith("http:", StringComparison.Ordinal)));

    public Uri SecureAddress => new(Lines.First(l => l.StartsWith("https:", StringComparison.Ordinal)));

    private IEnumerable<string> Lines => Banner.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RunAsync(new CecSimProcess(arguments));

    /// <summary>Runs to the end with environment variables of one's own.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunWith(
        (string Name, string? Value)[] environment, params string[] arguments) =>
        RunAsync(new CecSimProcess(arguments, dataFolder: null, environment));

    /// <summary>Runs to the end with a text on standard input.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunOnInput(
        string input, params string[] arguments)
    {
        var tool = new CecSimProcess(arguments);
        await tool._process.StandardInput.WriteAsync(input);
        tool._process.StandardInput.Close();
        return await RunAsync(tool);
    }

    /// <summary>Runs to the end on a machine that lacks something.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunOn(
        Surroundings surroundings, params string[] arguments) =>
        RunAsync(new CecSimProcess(surroundings, arguments));

    /// <summary>Starts any command.</summary>
    public static CecSimProcess Start(params string[] arguments) => new(arguments);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CecSimProcess started)
    {
        await using var tool = started;
        var errors = tool._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await tool._process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (tool._process.ExitCode, output, await errors);
    }

    /// <summary>Starts <c>serve</c> on free ports and waits for its banner.</summary>
    public static Task<CecSimProcess> ServeAsync(params string[] arguments) =>
        ReadBannerAsync(new CecSimProcess(["serve", .. FreePorts, .. arguments]));

    /// <summary>The same with environment variables of one's own.</summary>
    public static Task<CecSimProcess> ServeWith(
        (string Name, string? Value)[] environment, params string[] arguments) =>
        ReadBannerAsync(new CecSimProcess(["serve", .. FreePorts, .. arguments], dataFolder: null, environment));

    /// <summary>The same with a data folder that outlives it.</summary>
    public static Task<CecSimProcess> ServeWithAsync(string dataFolder, params string[] arguments) =>
        ReadBannerAsync(new CecSimProcess(["serve", .. FreePorts, .. arguments], dataFolder));

    /// <summary>The same on a machine that lacks something, with no ports but those that are named.</summary>
    public static Task<CecSimProcess> ServeInAsync(Surroundings surroundings, params string[] arguments) =>
        ReadBannerAsync(new CecSimProcess(surroundings, ["serve", .. arguments]));

    private static async Task<CecSimProcess> ReadBannerAsync(CecSimProcess tool)
    {
        while (await tool._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            tool.Banner += line + "\n";
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
            {
                return tool;
            }
        }

        var errors = await tool._process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.DisposeAsync();
        throw new InvalidOperationException($"serve ended before its banner: {errors}");
    }

    /// <summary>The next line that it prints; of <c>serve</c>, after its banner.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";

    /// <summary>Reads up to a line that has a text in it, and fails where none comes.</summary>
    public async Task ReadToAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"It ended without '{text}': {await ReadErrorsToEndAsync()}");
    }

    public Task<string> ReadToEndAsync() =>
        _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>
    /// All that it printed, the banner too: what is done beside the start is logged before the banner or after it.
    /// </summary>
    public async Task<string> ReadAllAsync() => Banner + await ReadToEndAsync();

    public async Task<string> ReadErrorAsync() =>
        await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";

    public Task<string> ReadErrorsToEndAsync() =>
        _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

    /// <summary>Presses Ctrl-C and waits for the end.</summary>
    public Task<int> InterruptAsync() => SignalAsync("-INT");

    /// <summary>Ends it as the operating system does when memory runs out: without a word to it.</summary>
    public Task<int> KillAsync() => SignalAsync("-KILL");

    /// <summary>Ends its standard input, as its parent's end does, and waits for the end.</summary>
    public async Task<int> EndInputAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    private async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString()]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_dataFolder, recursive: true);
    }

    private static Process Start(
        string dataFolder, string[] arguments, (string Name, string? Value)[] environment) => Start(
        ToolCommand.With(arguments),
        dataFolder,
        environment);

    /// <param name="environment">Null for a variable that is not set.</param>
    internal static Process Start(
        ProcessStartInfo start, string dataFolder, (string Name, string? Value)[] environment)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        start.Environment["CECSIM_DATA"] = dataFolder;
        start.Environment.Remove("CECSIM_APP_SECRET");
        start.Environment.Remove("CECSIM_CONTROL_KEY");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>
/// A machine that lacks something, for one process: its own mounts and, where asked for, its own network. It holds for
/// root too, whom no file mode keeps out. Where the system makes none, the test fails.
/// </summary>
/// <param name="Setup">Shell commands that make it so, before the process takes the shell's place.</param>
internal sealed record Surroundings(string Setup)
{
    /// <summary>Variables to set, or to leave out where null.</summary>
    public (string Name, string? Value)[] Environment { get; init; } = [];

    public bool HasOwnNetwork { get; init; }

    public Process Start(string dataFolder, string[] arguments)
    {
        var namespaces = $"-{(System.Environment.IsPrivilegedProcess ? "" : "r")}m{(HasOwnNetwork ? "n" : "")}";
        return CecSimProcess.Start(
            new ProcessStartInfo(
                "unshare",
                [namespaces, "sh", "-ec", $"{Setup}\nexec \"$@\"", "sh", .. ToolCommand.Words, .. arguments]),
            dataFolder,
            Environment);
    }
}
