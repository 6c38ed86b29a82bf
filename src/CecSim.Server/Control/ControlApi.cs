using System.Text.Encodings.Web;
using CecSim.Control.Contracts;
using CecSim.Server.Control.Agents;
using CecSim.Server.Control.Breakpoints;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Clock;
using CecSim.Server.Control.Faults;
using CecSim.Server.Control.Fidelity;
using CecSim.Server.Control.Findings;
using CecSim.Server.Control.Health;
using CecSim.Server.Control.Journal;
using CecSim.Server.Control.Latency;
using CecSim.Server.Control.Pact;
using CecSim.Server.Control.Phones;
using CecSim.Server.Control.Polls;
using CecSim.Server.Control.Process;
using CecSim.Server.Control.Scenarios;
using CecSim.Server.Control.Snapshots;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Control.Statistics;
using CecSim.Server.Control.Stream;
using CecSim.Server.Control.Tokens;
using CecSim.Server.OpenApi;
using CecSim.Server.WebConsole;
using Microsoft.AspNetCore.Http.Json;

namespace CecSim.Server.Control;

/// <summary>Everything that can be done to a running server, under one prefix that no vendor route has.</summary>
internal static class ControlApi
{
    public static void AddControlApi(this IServiceCollection services) =>
        services.Configure<JsonOptions>(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlJson.Default))
            .Configure<JsonOptions>(
                o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlContractJson.Default))
            .Configure<JsonOptions>(o => TakeOver(ControlJson.Default.Options, o.SerializerOptions))
            .AddSingleton<WrongKeys>()
            .AddSingleton<ControlRoutes>()
            .Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);

    /// <summary>Answers what comes under the prefix.</summary>
    public static void UseControlApi(this WebApplication app, ConsoleMode console)
    {
        var control = app.Services.GetRequiredService<ControlRoutes>();
        app.Use(next => http =>
            ControlApiMiddleware.IsBefore(http.Request.Path) && !ConsolePages.IsAt(http.Request.Path, console)
                ? control.Delegate(http)
                : next(http));
    }

    internal static RequestDelegate Build(IServiceProvider services)
    {
        var control = new ApplicationBuilder(services);
        control.UseHeadAnswers();
        control.UseRouting();
        control.UseMiddleware<ControlApiMiddleware>();
        control.UseEndpoints(MapControlApi);
        return control.Build();
    }

    private static void MapControlApi(IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup(ControlApiMiddleware.Prefix).Refuses(ControlApiMiddleware.Refusals);
        control.AddEndpointFilter(RefusalLog.TellAsync);
        control.MapOpenApiDocuments();
        control.MapGroup("").WithTags("Health").MapHealth();
        control.MapGroup("").WithTags("Process").MapProcess();
        control.MapGroup("").WithTags("Fidelity").MapFidelity();
        control.MapGroup("").WithTags("Latency").MapLatency();
        control.MapGroup("").WithTags("Spaces").MapSpaces();
        control.MapGroup("").WithTags("Scenarios").MapScenarios();
        control.MapGroup("").WithTags("Moments").MapSnapshots();
        control.MapGroup("").WithTags("Snapshots").MapNamedSnapshots();
        control.MapGroup("").WithTags("Pact").MapProviderStates();
        var recorded = RecordOf.Recorded(control);
        recorded.MapGroup("").WithTags("Journal").MapJournal();
        recorded.MapGroup("").WithTags("Findings").MapAllFindings();

        var space = control.MapGroup("/spaces/{spaceName}").Refuses(SpaceOfRoute.Refusals);
        space.MapGroup("").WithTags("Snapshots").MapReplay();
        space.MapGroup("").WithTags("Clock").MapClock();
        space.MapGroup("").WithTags("Statistics").MapStatistics();
        space.MapGroup("").WithTags("Polls").MapPolls();
        space.MapGroup("").WithTags("Tokens").MapTokens();
        space.MapGroup("").WithTags("Calls").MapCalls();
        space.MapGroup("").WithTags("Agents").MapAgents();
        space.MapGroup("").WithTags("Phones").MapPhones();
        space.MapGroup("").WithTags("Faults").MapFaults();
        space.MapGroup("").WithTags("Breakpoints").MapBreakpoints();
        space.MapGroup("").WithTags("Stream").MapStream();
        var recordedOfSpace = RecordOf.Recorded(space);
        recordedOfSpace.MapGroup("").WithTags("Journal").MapJournal();
        recordedOfSpace.MapGroup("").WithTags("Findings").MapFindings();
    }

    // The framework serializes with options of its own, which know nothing of how the bodies are to be written.
    private static void TakeOver(
        System.Text.Json.JsonSerializerOptions from, System.Text.Json.JsonSerializerOptions to)
    {
        // The bodies are for readers and programs and never part of a page: quotes in quotes may stay legible.
        to.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        to.DefaultIgnoreCondition = from.DefaultIgnoreCondition;
        to.UnmappedMemberHandling = from.UnmappedMemberHandling;
        to.RespectNullableAnnotations = from.RespectNullableAnnotations;
        to.RespectRequiredConstructorParameters = from.RespectRequiredConstructorParameters;
    }
}

/// <summary>
/// The control API's own routing, made when it is first asked for: laying out its routes and their bodies takes longer
/// than all else in a server's first answer.
/// </summary>
internal sealed class ControlRoutes(IServiceProvider services)
{
    private readonly Lock _gate = new();
    private volatile RequestDelegate? _made;

    public RequestDelegate Delegate => _made ?? Make();

    /// <summary>Makes them now, for who looks among the endpoints of the server.</summary>
    public RequestDelegate Make()
    {
        lock (_gate)
        {
            return _made ??= ControlApi.Build(services);
        }
    }
}
