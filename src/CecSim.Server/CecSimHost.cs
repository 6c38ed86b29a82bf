using System.Diagnostics;
using CecSim.Guarding;
using CecSim.Server.Access;
using CecSim.Server.Certificates;
using CecSim.Server.ConnectionBar;
using CecSim.Server.ConnectionBar.Validation;
using CecSim.Server.Control;
using CecSim.Server.Control.Snapshots;
using CecSim.Server.Cors;
using CecSim.Server.Demo;
using CecSim.Server.DryRuns;
using CecSim.Server.Gateway;
using CecSim.Server.Ladders;
using CecSim.Server.Persistence;
using CecSim.Server.Recording;
using CecSim.Server.Snapshots;
using CecSim.Server.Telemetry;
using CecSim.Server.WebConsole;
using CecSim.Telephony.Media.Recording;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CecSim.Server;

/// <summary>The one way to make a server: the CLI, the fixture and the tests all build it here.</summary>
public static class CecSimHost
{
    private const string HostingLog = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string StartLog = "Microsoft.Extensions.Hosting.Internal.Host";

    // What a Ctrl-C may take in all is 2 s.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1.5);

    /// <param name="configure">A last word on the host, for those who embed it.</param>
    /// <exception cref="ArgumentException">
    /// A URL is none to listen on, or the control key no good one; the text says which and why.
    /// </exception>
    /// <exception cref="ListenException">A port cannot be opened, now or when it is started.</exception>
    /// <exception cref="IOException">A folder cannot be written to.</exception>
    public static WebApplication Build(CecSimArgs args, Action<WebApplicationBuilder>? configure = null)
    {
        if (args.ControlKey is { } key && ControlKey.Complaint(key) is { } complaint)
        {
            throw new ArgumentException(complaint);
        }

        var sockets = ServerSockets.Open(args);
        try
        {
            return Build(args, sockets, configure);
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    private static WebApplication Build(
        CecSimArgs args, ServerSockets sockets, Action<WebApplicationBuilder>? configure)
    {
        // An empty builder: no settings file of the folder it happens to start in, no environment variable.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddConsole(o => o.FormatterName = VisibleLog.FormatterName).SetMinimumLevel(args.LogLevel);
        builder.Services.AddSingleton<ConsoleFormatter, VisibleLog>();
        if (args.LogLevel > LogLevel.Information)
        {
            // It would make an activity for each request, for a log line that is not asked for.
            builder.Logging.AddFilter(HostingLog, LogLevel.None);
        }

        // What fails while it starts or stops is thrown to whoever starts or stops it, who says it in a sentence.
        builder.Logging.AddFilter(StartLog, LogLevel.None);
        builder.WebHost.UseKestrelCore()
            .UseSockets(options => options.Queue(args, sockets))
            .ConfigureKestrel((_, kestrel) => kestrel.Listen(args, sockets));
        builder.Services.AddSingleton(_ => sockets);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(args);
        builder.Services.AddSingleton<IGuardLog, GuardLog>();
        builder.Services.AddSingleton<Guard>();
        builder.Services.AddSingleton<ServedCertificate>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ServedCertificate>());
        builder.Services.AddSingleton(new ExchangeOptions(args.TellsBasis, args.Journal));
        builder.Services.AddSingleton<ConnectionLimit>();
        builder.Services.AddSingleton<IConnectionListenerFactory, LimitedTransport>();
        builder.Services.AddSingleton<HeldPollLimit>();
        builder.Services.AddSingleton<HostGate>();
        builder.Services.AddSingleton<RefusalLog>();
        builder.Services.AddSingleton<CrossOriginAccess>();
        builder.Services.AddSingleton<BrokenHeads>();
        builder.Services.AddSingleton<VendorPipeline>();
        builder.Services.AddSingleton(services => new SpaceDirectory(
            args.Spaces,
            services.GetRequiredService<TimeProvider>(),
            args.Clock,
            services.GetRequiredService<Guard>(),
            services.GetService<FolderStore>()));
        if (args.Persist is { } persist)
        {
            builder.Services.AddSingleton<Disk>();
            builder.Services.AddSingleton(services => new FolderStore(
                persist,
                services.GetRequiredService<Disk>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<Guard>()));
            builder.Services.AddSingleton<SpaceRestoration>();
            builder.Services.AddHostedService(services => services.GetRequiredService<SpaceRestoration>());
        }

        builder.Services.AddHostedService<ReleasePollsOnShutdown>();
        builder.Services.AddTelemetry();
        if (args.RecordMedia is { } recording)
        {
            builder.Services.AddSingleton(RecorderOf(recording));
        }

        builder.Services.AddSingleton<SipJournal>();
        builder.Services.AddSingleton<Announcer>();
        builder.Services.AddSingleton<CallGateway>();
        builder.Services.AddSingleton<CallLadders>();
        builder.Services.AddSingleton<CallCaptures>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CallGateway>());
        builder.Services.AddSingleton<EnterpriseApi>();
        builder.Services.AddSingleton<ThirdPartyValidator>();
        builder.Services.AddControlApi();
        builder.Services.AddSingleton<Recorder>();
        builder.Services.AddSingleton<ControlCommands>();
        builder.Services.AddSingleton<SnapshotService>();
        builder.Services.AddSingleton<SnapshotMaking>();
        builder.Services.AddSingleton<NamedSnapshots>();
        builder.Services.AddSingleton<ScenarioTrials>();
        configure?.Invoke(builder);

        var app = builder.Build();

        // The container ends what it has handed out once.
        app.Services.GetRequiredService<ServerSockets>();
        app.Services.GetRequiredService<BrokenHeads>().Begin(app.Services.GetRequiredService<DiagnosticListener>());
        app.UseMiddleware<VendorErrorMiddleware>();
        app.UseControlApi(args.Console);
        var hosts = app.Services.GetRequiredService<HostGate>();
        app.Use(next => http => hosts.Refuse(http) is { } why ? hosts.AnswerAsync(http, why) : next(http));
        app.UseConsoleAtRoot(args.Console);
        // Each request would pay for what one route needs.
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(GatewayAddresses.Path), sip => sip.UseWebSockets());
        app.UseRouting();
        app.MapVendorRoutes([.. VendorRoutes.All, .. BarScript.Routes, .. AgentChannel.Routes]);
        app.MapBarFiles();
        app.MapDemoDesk();
        app.MapConsole(args.Console);
        app.MapNotBuilt();
        app.MapSipSocket();
        return app;
    }

    // A folder that is sound and cannot be written to is no wrong argument.
    private static MediaRecorder RecorderOf(RecordingSettings settings)
    {
        try
        {
            PrivateFile.CreateFolder(settings.Folder);
            return new MediaRecorder(settings);
        }
        catch (ArgumentException e)
        {
            throw new IOException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Recordings cannot be written to {settings.Folder}: {e.Message}", e);
        }
    }
}
