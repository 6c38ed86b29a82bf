namespace CecSim.Cli.Control;

/// <summary>What all verbs of a running server have in common: their options, and how they fail.</summary>
internal static class ControlVerb
{
    /// <summary>So long may it take until something listens; how long an answer takes is the server's affair.</summary>
    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(5);

    /// <summary>128 and the number of SIGINT, as shells have it.</summary>
    private const int Interrupted = 130;

    /// <summary>Gives a command the options of its server, for its subcommands too.</summary>
    public static Command OfServer(this Command command)
    {
        command.Add(ServerOptions.Server);
        ServerOptions.Key.AddTo(command);
        command.Add(ServerOptions.Json);
        return command;
    }

    /// <summary>The same, and the option of its space.</summary>
    public static Command OfSpace(this Command command)
    {
        command.Add(ServerOptions.Space);
        return command.OfServer();
    }

    public static Command Does(this Command command, Func<ControlRun, Task<int>> act)
    {
        command.SetAction((parsed, ends) =>
            AskAsync(parsed, parsed.GetValue(ServerOptions.Server)!, act, ends));
        return command;
    }

    public static Command Does(this Command command, Func<ControlRun, SpaceControl, Task<int>> act) =>
        command.Does(async run =>
            await run.FindSpaceAsync() is { } space ? await act(run, space) : ExitCodes.WrongInput);

    /// <summary>A server at an address; nothing is sent yet.</summary>
    public static CecSimControl Connect(Uri address, string? key) => new(
        new HttpClient(HandlerFor(address)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan }, key);

    /// <summary>Does something with the server at an address, and says what went wrong with it.</summary>
    public static async Task<int> AskAsync(
        ParseResult parsed, Uri address, Func<ControlRun, Task<int>> act, CancellationToken ends)
    {
        var (key, complaint) = ServerOptions.KeyOf(parsed);
        if (complaint is not null)
        {
            return parsed.Terminal.Refuse(complaint);
        }

        using var server = Connect(address, key);
        try
        {
            return await act(new ControlRun(parsed, server, ends));
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception e) when (ErrorMapper.Of(e, address, hasKey: key is not null) is var (text, exitCode))
        {
            return parsed.Terminal.Refuse(text, exitCode);
        }
    }

    // A proxy of the environment has no way to this machine's loopback; and a key goes where it was sent, or nowhere.
    private static SocketsHttpHandler HandlerFor(Uri address) => new()
    {
        ConnectTimeout = ConnectsWithin,
        UseProxy = !address.IsLoopback,
        AllowAutoRedirect = false,
    };
}
