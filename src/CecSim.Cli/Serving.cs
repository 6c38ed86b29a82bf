using CecSim.Cli.Checking;
using CecSim.Cli.Control;
using CecSim.Guarding;
using CecSim.Scenarios.Reloading;
using CecSim.Server;
using CecSim.Server.Listeners;
using CecSim.Server.Spaces;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CecSim.Cli;

/// <summary>Runs a server until Ctrl-C, with the banner before and plain words when it cannot start.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(
        CecSimArgs args,
        ScenarioWatch? watch,
        Func<SpaceSettings, SpaceSettings> settle,
        CancellationToken cancellationToken)
    {
        try
        {
            if (args is { ControlKey: null, OpenUrls: [var open, ..] })
            {
                return await FailAsync(
                    $"{open} lets other machines in. Name what the control API asks them for: --control-key KEY, " +
                    $"--control-key-file FILE or {ServerOptions.KeyVariable}.",
                    ExitCodes.WrongInput);
            }

            await using var app = CecSimHost.Build(args);
            await app.StartAsync(cancellationToken);
            await Console.Out.WriteAsync(Banner.Of(args, ServerPorts.Of(app)));
            using var reloading = watch is null ? null : StartReloading(watch, settle, app.Services);
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Success;
        }
        catch (ArgumentException e)
        {
            return await FailAsync(e.Message, ExitCodes.WrongInput);
        }
        catch (IOException e)
        {
            return await FailAsync(e.Message, ExitCodes.Failed);
        }
    }

    private static ScenarioReloading StartReloading(
        ScenarioWatch watch, Func<SpaceSettings, SpaceSettings> settle, IServiceProvider services) => new(
        watch,
        services.GetRequiredService<SpaceDirectory>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<Guard>(),
        settle,
        Tell);

    private static void Tell(Reload reload)
    {
        ComplaintText.Tell(reload.Complaints);
        foreach (var file in reload.Complaints.Select(c => c.File).Distinct())
        {
            Console.Error.WriteLine($"{file}: stays as it was");
        }

        foreach (var note in reload.Notes)
        {
            Console.Out.WriteLine(note);
        }
    }

    private static async Task<int> FailAsync(string text, int exitCode)
    {
        await Console.Error.WriteLineAsync($"cecsim: {text}");
        return exitCode;
    }
}
