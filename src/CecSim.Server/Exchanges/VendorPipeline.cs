using CecSim.Server.ConnectionBar;
using CecSim.Server.Cors;
using CecSim.Server.Moments;
using CecSim.Server.Problems;
using CecSim.Server.Spaces;
using CecSim.Server.Telemetry;
using CecSim.Simulation;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Spaces;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Exchanges;

/// <summary>What every vendor request goes through: its space, the faults, the credentials, the handler.</summary>
internal sealed class VendorPipeline(
    SpaceDirectory spaces,
    ExchangeOptions options,
    HeldPollLimit limit,
    CrossOriginAccess cors,
    ExchangeTelemetry telemetry)
{
    public Task InvokeAsync(HttpContext http, VendorRoute route) =>
        route.Operation is CecOperation.TokenByAkSk or CecOperation.Ccbarclient
            ? ReadAndAnswerAsync(http, route)
            : AnswerAsync(http, route, body: null, telemetry.Begin());

    private async Task ReadAndAnswerAsync(HttpContext http, VendorRoute route)
    {
        var begin = telemetry.Begin();
        var body = await BodyFields.ReadAsync(http.Request, BodyFields.BytesMaxDefault, http.RequestAborted);
        await AnswerAsync(http, route, body, begin);
    }

    private Task AnswerAsync(HttpContext http, VendorRoute route, BodyFields? body, long begin)
    {
        var space = SpaceOf(http.Request, route.Operation, body);
        var exchange = new VendorExchange(http, route, space ?? spaces.First, options)
        {
            Body = body,
            IsSpaceKnown = space is not null,
        };
        exchange.Recording?.Begin(exchange, space);
        if (route.Operation < CecOperation.Ccbarclient)
        {
            cors.Meet(http, space);
        }

        var ledger = space is null || !options.KeepsLedgers || exchange.IsHead ? null : SpaceLedger.Of(space);
        var place = ledger is null ? null : Enter(ledger, exchange);
        return AnswerAsync(exchange, place, begin);
    }

    // Apart from what comes before it: a held poll keeps all that its asynchronous methods have ever named.
    private async Task AnswerAsync(VendorExchange exchange, LedgerPlace? place, long begin)
    {
        try
        {
            if (await IsLetInAsync(exchange))
            {
                await exchange.Route.AnswerAsync(exchange);
            }
        }
        catch (Exception) when (exchange is { HasFailedSpace: true, Http.Response.HasStarted: false })
        {
            // What it stumbled over is the failure that the space tells.
            await exchange.RefuseForFailureAsync();
        }
        finally
        {
            exchange.Rest();
            Leave(exchange);
            if (place is not null)
            {
                SpaceLedger.End(place, exchange);
            }

            telemetry.End(exchange, begin);
        }
    }

    // A page is let in by an API that is not ours, and is asked once for it.
    private static LedgerPlace? Enter(SpaceLedger ledger, VendorExchange exchange)
    {
        if (exchange.Route.Operation < CecOperation.Ccbarclient)
        {
            return ledger.Add(exchange);
        }

        ledger.Break("a page had the connection bar, and whoever let it in cannot be asked once more");
        return null;
    }

    // By what each request carries anyway: the app key, the tenant space, or the cookie of a connection bar.
    private Space? SpaceOf(HttpRequest request, CecOperation operation, BodyFields? body) => operation switch
    {
        CecOperation.TokenByAkSk => spaces.FindByAppKey(body!.Peek("app_key")),
        CecOperation.Ccbarclient => spaces.FindByTenant(BarScript.TenantOf(body!)),
        CecOperation.AgentAction or CecOperation.AgentEvents =>
            request.Cookies[BarCookies.Token] is { } token && BarToken.TenantSpaceIdOf(token) is { } tenant
                ? spaces.FindByTenant(tenant)
                : null,
        _ => spaces.FindByAppKey(request.Headers[CecHeaders.AppKey].ToString()),
    };

    /// <summary>Does once more in another space what a request has done.</summary>
    /// <param name="cameToRest">Told when it is held, or waits, or is over.</param>
    public async Task PlayAsync(HttpContext http, VendorRoute route, Space space, Action cameToRest)
    {
        var body = route.Operation == CecOperation.TokenByAkSk
            ? await BodyFields.ReadAsync(http.Request, BodyFields.BytesMaxDefault, http.RequestAborted)
            : null;
        var exchange = new VendorExchange(http, route, space, options)
        {
            Body = body,
            IsSpaceKnown = true,
            CameToRest = cameToRest,
        };
        try
        {
            if (await IsLetInAsync(exchange))
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
            exchange.Rest();
            Leave(exchange);
        }
    }

    /// <returns>False when it has its answer, and it is not the route's.</returns>
    private async ValueTask<bool> IsLetInAsync(VendorExchange exchange)
    {
        if (exchange.HasFailedSpace)
        {
            await exchange.RefuseForFailureAsync();
            return false;
        }

        if (exchange is { IsSpaceKnown: true, IsHead: false } && await StrikeAsync(exchange) == FaultProgress.Answered)
        {
            return false;
        }

        if (Credentials.Check(exchange, exchange.IsSpaceKnown) is var (refusal, why))
        {
            Credentials.Blame(exchange, exchange.IsSpaceKnown);
            await exchange.RefuseAsync(refusal, why);
            return false;
        }

        if (ContentCodings.WhyRefused(exchange.Http.Request) is { } coded)
        {
            exchange.Http.Response.Headers.AcceptEncoding = ContentCodings.Taken;
            await exchange.RefuseAsync(GenericStatuses.ToAnswer(StatusCodes.Status415UnsupportedMediaType), coded);
            return false;
        }

        if (!exchange.Route.Operation.DeliversEvents())
        {
            return true;
        }

        if (exchange.IsHead)
        {
            await exchange.AnswerHeadOfPollAsync();
            return false;
        }

        exchange.IsHeld = limit.TryEnter();
        if (!exchange.IsHeld)
        {
            exchange.Http.Response.Headers.RetryAfter = "1";
            await exchange.RefuseAsync(
                GenericStatuses.ToAnswer(StatusCodes.Status503ServiceUnavailable),
                "the server holds as many long polls as it may: --held-polls-max");
        }

        return exchange.IsHeld;
    }

    private void Leave(VendorExchange exchange)
    {
        if (exchange.IsHeld)
        {
            limit.Leave();
        }
    }

    private static async Task<FaultProgress> StrikeAsync(VendorExchange exchange)
    {
        var faults = exchange.Space.Faults;
        var operation = exchange.Route.Operation;
        var who = faults.AskWho(operation) ? await WhoAsync(exchange) : null;
        foreach (var (fault, draws) in faults.Strike(operation, who))
        {
            exchange.Recording?.Struck(fault);
            if (await fault.InjectAsync(new FaultTarget(exchange, draws)) == FaultProgress.Answered)
            {
                return FaultProgress.Answered;
            }
        }

        return FaultProgress.GoesOn;
    }

    // Before the credentials: whom a token was issued to counts, whether or not it is still good.
    private static async Task<FaultSubject?> WhoAsync(VendorExchange exchange)
    {
        if (exchange.Route.Operation == CecOperation.ApplyToken)
        {
            var body = await exchange.ReadBodyAsync();
            return new FaultSubject(body.Peek("userId"), body.Peek("channelId"));
        }

        return exchange.Header(CecHeaders.MessagingToken) is { } token
            && exchange.Space.MessagingTokens.OwnerOf(token) is { } user
                ? new FaultSubject(user.UserId, user.Channel.Id)
                : null;
    }
}
