using System.CommandLine;
using CecSim.ControlClient;

namespace CecSim.Cli.Control;

/// <summary><c>cecsim health</c>: whether a server is there, for scripts that wait for one.</summary>
internal static class HealthCommand
{
    public static Command Create() =>
        new Command("health", "Whether a server answers and all its listeners are up; exits 3 when not.")
            .OfServer()
            .Does(ShowAsync);

    private static async Task<int> ShowAsync(ControlRun run)
    {
        var health = await run.Server.ReadHealthAsync(run.Ends);
        var address = run.Value(ServerOptions.Server)!.GetLeftPart(UriPartial.Authority);
        var isReady = health == ServerHealth.Ready;
        run.Show(
            new HealthLine(address, Live: true, isReady),
            AnswerJson.Readable.HealthLine,
            h => Sheet.Facts(("server", h.Server), ("live", "yes"), ("ready", h.Ready ? "yes" : "no")));
        return isReady ? ExitCodes.Success : ExitCodes.NoServer;
    }
}
