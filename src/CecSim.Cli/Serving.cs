using System.Net.Sockets;
using CecSim.Cli.Checking;
using CecSim.Guarding;
using CecSim.Scenarios.Reloading;
using CecSim.Server;
using CecSim.Server.Spaces;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
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
                    $"{open} lets other machines in. Name what the control API asks them for: --control-key KEY.",
                    ExitCodes.WrongInput);
            }

            await using var app = CecSimHost.Build(args);
            await app.StartAsync(cancellationToken);
            await Console.Out.WriteAsync(Banner.Of(args, app.Urls));
            using var reloading = watch is null ? null : StartReloading(watch, settle, app.Services);
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Success;
        }
        catch (ArgumentException e)
        {
            return await FailAsync(e.Message, ExitCodes.WrongInput);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await FailAsync(
                $"{e.Message} Choose others with --urls and --https-port (port 0 takes a free one).",
                ExitCodes.Failed);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return await FailAsync($"Cannot listen: {e.Message}", ExitCodes.Failed);
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
