namespace CecSim.Cli.Control;

/// <summary><c>cecsim health</c>: whether a server is there, for scripts that wait for one.</summary>
internal static class HealthCommand
{
    private static readonly Option<bool> Live = new("--live")
    {
        Description = "Only whether its process lives, whether or not it is ready.",
    };

    public static Command Create() =>
        new Command("health", "Whether a server answers and all its listeners are up; exits 3 when not.") { Live }
            .OfServer()
            .Does(ShowAsync);

    private static async Task<int> ShowAsync(ControlRun run)
    {
        bool? isReady = run.Value(Live) && await run.Server.IsLiveAsync(run.Ends)
            ? null
            : await run.Server.ReadHealthAsync(run.Ends) == ServerHealth.Ready;
        var address = run.Value(ServerOptions.Server)!.GetLeftPart(UriPartial.Authority);
        run.Show(
            new HealthLine(address, Live: true, isReady),
            AnswerJson.Readable.HealthLine,
            h => TableWriter.Facts(
                ("server", h.Server), ("live", "yes"), ("ready", h.Ready is { } ready ? ready ? "yes" : "no" : null)));
        return isReady == false ? ExitCodes.NoServer : ExitCodes.Success;
    }
}
