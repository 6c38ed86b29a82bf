using CecSim.Cli.Telemetry;
using CecSim.Guarding;
using CecSim.Scenarios.Reloading;
using CecSim.Server.Listeners;
using CecSim.Server.Snapshots;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CecSim.Cli;

/// <summary>
/// Runs a server until Ctrl-C, or the end of its input, with the banner before and plain words when it cannot start.
/// </summary>
internal static class Serving
{
    public static async Task<int> RunAsync(
        CecSimArgs args,
        ScenarioWatch? watch,
        Func<SpaceSettings, SpaceSettings> settle,
        SnapshotFile? snapshot,
        OtlpCollector? collector,
        Func<Stream>? openInput,
        Terminal terminal,
        CancellationToken cancellationToken)
    {
        try
        {
            if (args is { ControlKey: null, OpenUrls: [var open, ..] })
            {
                return terminal.Refuse(
                    $"{open} lets other machines in. Name what the control API asks them for: --control-key KEY, " +
                    $"--control-key-file FILE or {ServerOptions.KeyVariable}.");
            }

            await using var app = CecSimHost.Build(args, builder =>
            {
                if (collector is not null)
                {
                    TelemetryExport.AddTo(builder.Services, collector);
                }
            });
            await app.StartAsync(cancellationToken);
            if (snapshot is not null && await snapshot.LoadAsync(app.Services, cancellationToken) is { } why)
            {
                return terminal.Refuse($"The snapshot of {snapshot.Space.Name} cannot be made again. {why}");
            }

            await terminal.Output.WriteAsync(Banner.Of(args, ServerPorts.Of(app), snapshot));
            using var reloading = watch is null ? null : StartReloading(watch, settle, terminal, app.Services);
            var ended = app.WaitForShutdownAsync(cancellationToken);
            if (openInput is not null && await Task.WhenAny(ended, ReadToEndAsync(openInput)) != ended)
            {
                app.Lifetime.StopApplication();
            }

            await ended;
            return ExitCodes.Success;
        }
        catch (ArgumentException e)
        {
            return terminal.Refuse(e.Message);
        }
        catch (IOException e)
        {
            return terminal.Refuse(e.Message, ExitCodes.Failed);
        }
    }

    private static async Task ReadToEndAsync(Func<Stream> openInput)
    {
        await using var input = openInput();
        await input.CopyToAsync(Stream.Null);
    }

    private static ScenarioReloading StartReloading(
        ScenarioWatch watch,
        Func<SpaceSettings, SpaceSettings> settle,
        Terminal terminal,
        IServiceProvider services) => new(
        watch,
        services.GetRequiredService<SpaceDirectory>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<Guard>(),
        settle,
        reload => Tell(reload, terminal));

    private static void Tell(Reload reload, Terminal terminal)
    {
        ComplaintText.Tell(terminal, reload.Complaints);
        foreach (var file in reload.Complaints.Select(c => c.File).Distinct())
        {
            terminal.Error.WriteLine($"{file}: stays as it was");
        }

        foreach (var note in reload.Notes)
        {
            terminal.Output.WriteLine(note);
        }
    }
}
