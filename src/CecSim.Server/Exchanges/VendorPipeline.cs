using CecSim.Guarding;
using CecSim.Server.ConnectionBar;
using CecSim.Server.Cors;
using CecSim.Server.Persistence;
using CecSim.Server.Telemetry;
using CecSim.Simulation.ConnectionBar;

namespace CecSim.Server.Exchanges;

/// <summary>What every vendor request goes through, from its space to its handler.</summary>
internal sealed class VendorPipeline(
    SpaceDirectory spaces,
    ExchangeOptions options,
    HeldPollLimit limit,
    CrossOriginAccess cors,
    ExchangeTelemetry telemetry,
    Guard guard)
{
    /// <summary>What takes note of a request, in this order, before anything decides.</summary>
    private readonly IVendorObserver[] _observers =
    [
        new JournalObserver(),
        new CrossOriginObserver(cors),
    ];

    /// <summary>What may answer in the handler's place, in the order in which CEC would, faults first.</summary>
    private readonly IVendorStage[] _stages =
    [
        new CommandLogStage(options),
        new FailedSpaceStage(),
        new LatencyStage(),
        new FaultStage(),
        new CredentialStage(),
        new ContentCodingStage(),
        new HeldPollStage(limit),
    ];

    public Task InvokeAsync(HttpContext http, VendorRoute route)
    {
        var begin = telemetry.Begin();
        return NamesSpaceInBody(route) ? ReadAndRunAsync(http, route, begin) : RunAsync(http, route, body: null, begin);
    }

    /// <summary>Does once more in another space what a request has done.</summary>
    public async Task PlayAsync(HttpContext http, VendorRoute route, Space space, ReplayedRequest replayed)
    {
        var exchange = new VendorExchange(http, route, space, options)
        {
            Body = NamesSpaceInBody(route) ? await ReadAsync(http, route) : null,
            IsSpaceKnown = true,
            Replayed = replayed,
        };
        try
        {
            if (await DecideAsync(exchange) == StageOutcome.Continue)
            {
                await route.AnswerAsync(exchange);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // As the first time: its client hung up.
        }
        finally
        {
            exchange.MarkIdle();
            Leave(exchange);
        }
    }

    private async Task ReadAndRunAsync(HttpContext http, VendorRoute route, long begin) =>
        await RunAsync(http, route, await ReadAsync(http, route), begin);

    private Task RunAsync(HttpContext http, VendorRoute route, BodyFields? body, long begin)
    {
        var space = SpaceOf(http.Request, route.Operation, body);
        var exchange = new VendorExchange(http, route, space ?? spaces.First, options)
        {
            Body = body,
            IsSpaceKnown = space is not null,
        };
        foreach (var observer in _observers)
        {
            observer.Enter(exchange);
        }

        return RunAsync(exchange, begin);
    }

    // Apart from what comes before it: a held poll keeps all that its asynchronous methods have ever named.
    private async Task RunAsync(VendorExchange exchange, long begin)
    {
        try
        {
            if (await DecideAsync(exchange) == StageOutcome.Continue)
            {
                await exchange.Route.AnswerAsync(exchange);
            }
        }
        catch (Exception) when (exchange is { HasFailedSpace: true, Http.Response.HasStarted: false })
        {
            // What it stumbled over is the failure that the space tells.
            await exchange.RefuseForFailureAsync();
        }
        catch (Exception e) when (RequestBug.IsNew(exchange.Http, e))
        {
            // The rules may have done half of what was asked: nobody can say how the space would go on.
            RequestBug.Report(
                exchange.Http,
                guard,
                $"request '{exchange.Route.Operation.Word}'",
                e,
                exchange.IsSpaceKnown ? exchange.Space : null);
            throw;
        }
        finally
        {
            exchange.MarkIdle();
            Leave(exchange);
            for (var i = _observers.Length - 1; i >= 0; i--)
            {
                _observers[i].Leave(exchange);
            }

            telemetry.End(exchange, begin);
        }
    }

    private async ValueTask<StageOutcome> DecideAsync(VendorExchange exchange)
    {
        foreach (var stage in _stages)
        {
            if (await stage.EnterAsync(exchange) == StageOutcome.Answered)
            {
                return StageOutcome.Answered;
            }
        }

        return StageOutcome.Continue;
    }

    private void Leave(VendorExchange exchange)
    {
        for (var i = _stages.Length - 1; i >= 0; i--)
        {
            _stages[i].Leave(exchange);
        }
    }

    private static bool NamesSpaceInBody(VendorRoute route) =>
        route.Operation.SpaceKey is SpaceKey.AppKeyInBody or SpaceKey.TenantSpaceInBody;

    private static Task<BodyFields> ReadAsync(HttpContext http, VendorRoute route) =>
        BodyFields.ReadAsync(http.Request, route.Operation.BodyBytesMax, http.RequestAborted);

    private Space? SpaceOf(HttpRequest request, VendorOperation operation, BodyFields? body) =>
        operation.SpaceKey switch
        {
            SpaceKey.AppKeyInBody => spaces.FindByAppKey(body!.GetStringOrEmpty("app_key")),
            SpaceKey.AppKeyHeader => spaces.FindByAppKey(request.Headers[CecHeaders.AppKey].ToString()),
            SpaceKey.TenantSpaceInBody => spaces.FindByTenant(BarScript.TenantOf(body!)),
            SpaceKey.BarCookie => request.Cookies[BarCookies.Token] is { } token
                && BarToken.TenantSpaceIdOf(token) is { } tenant
                    ? spaces.FindByTenant(tenant)
                    : null,
            SpaceKey.None => null,
        };
}
