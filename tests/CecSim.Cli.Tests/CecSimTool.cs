namespace CecSim.Cli.Tests;

/// <summary>
/// The command line tool in the process of the tests: all of it but its start, its signals and its streams, for which
/// there is <see cref="CecSimProcess"/>. It sees no variable of the machine. Where <c>CECSIM_BINARY</c> names a file,
/// it is that, in a process of its own.
/// </summary>
internal sealed class CecSimTool : IAsyncDisposable
{
    private readonly CancellationTokenSource _interrupt =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private readonly PrintedLines _output = new();
    private readonly PrintedLines _errors = new();
    private readonly Task<int> _run;

    private CecSimTool(string input, (string Name, string? Value)[] variables, string[] arguments)
    {
        var terminal = new Terminal(_output, _errors)
        {
            Input = new StringReader(input),
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            OpenOutput = () => new PrintedBytes(_output),
            Variable = name => variables.FirstOrDefault(v => v.Name == name).Value
                ?? (name == "CECSIM_DATA" ? DataFolder.Path : null),
            ProcessTerminationTimeout = null,
        };
        _run = Task.Run(() => RunAsync(() => ToolCommand.Binary is null
            ? CecSimCommand.RunAsync(arguments, terminal, _interrupt.Token)
            : ToolBinary.RunAsync(input, variables, arguments, _output, _errors, _interrupt.Token)));
    }

    /// <summary>What it printed before the first call could be made.</summary>
    public string Banner { get; private set; } = "";

    public Uri Address => new(Lines.First(l => l.StartsWith("http:", StringComparison.Ordinal)));

    public Uri SecureAddress => new(Lines.First(l => l.StartsWith("https:", StringComparison.Ordinal)));

    private IEnumerable<string> Lines => Banner.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RunWith([], arguments);

    /// <summary>Runs to the end with variables of one's own.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunWith(
        (string Name, string? Value)[] variables, params string[] arguments) =>
        RunAsync(new CecSimTool("", variables, arguments));

    /// <summary>Runs to the end with a text on standard input.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunOnInput(
        string input, params string[] arguments) =>
        RunAsync(new CecSimTool(input, [], arguments));

    /// <summary>Starts any command.</summary>
    public static CecSimTool Start(params string[] arguments) => new("", [], arguments);

    /// <summary>Starts <c>serve</c> on free ports and waits for its banner.</summary>
    public static Task<CecSimTool> ServeAsync(params string[] arguments) =>
        ServeOnAsync("http://127.0.0.1:0", arguments);

    /// <summary>The same on another address.</summary>
    public static async Task<CecSimTool> ServeOnAsync(string url, params string[] arguments)
    {
        var tool = Start(["serve", "--urls", url, "--https-port", "0", "--media-port", "0", .. arguments]);
        while (await tool._output.ReadAsync() is { } line)
        {
            tool.Banner += line + "\n";
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
            {
                return tool;
            }
        }

        var errors = await tool._errors.ReadToEndAsync();
        await tool.DisposeAsync();
        throw new InvalidOperationException($"serve ended before its banner: {errors}");
    }

    /// <summary>The next line that it prints; of <c>serve</c>, after its banner.</summary>
    public async Task<string> ReadLineAsync() => await _output.ReadAsync() ?? "";

    /// <summary>Reads up to a line that has a text in it, and fails where none comes.</summary>
    public async Task ReadToAsync(string text)
    {
        var read = new StringBuilder();
        while (await _output.ReadAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            read.Append(line).Append('\n');
        }

        Assert.Fail($"It ended without '{text}': {read}");
    }

    public async Task<string> ReadErrorAsync() => await _errors.ReadAsync() ?? "";

    public Task<string> ReadToEndAsync() => _output.ReadToEndAsync();

    /// <returns>The exit code, once it has ended by itself.</returns>
    public Task<int> EndAsync() => _run;

    /// <summary>What Ctrl-C does to it.</summary>
    public async Task<int> InterruptAsync()
    {
        await _interrupt.CancelAsync();
        return await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await InterruptAsync();
        _interrupt.Dispose();
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CecSimTool started)
    {
        await using var tool = started;
        var exitCode = await tool._run;
        return (exitCode, await tool._output.ReadToEndAsync(), await tool._errors.ReadToEndAsync());
    }

    private async Task<int> RunAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        finally
        {
            _output.End();
            _errors.End();
        }
    }
}
