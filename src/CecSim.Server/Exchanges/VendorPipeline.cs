using CecSim.Server.Spaces;
using CecSim.Simulation;
using CecSim.Simulation.Faults;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Exchanges;

/// <summary>What every vendor request goes through: its space, the faults, the credentials, the handler.</summary>
internal sealed class VendorPipeline(SpaceDirectory spaces, ExchangeOptions options)
{
    public async Task InvokeAsync(HttpContext http, VendorRoute route)
    {
        var body = route.Operation == CecOperation.TokenByAkSk
            ? await BodyFields.ReadAsync(http.Request, BodyFields.BytesMaxDefault, http.RequestAborted)
            : null;
        var appKey = body is null ? http.Request.Headers[CecHeaders.AppKey].ToString() : body.Peek("app_key");
        var space = spaces.FindByAppKey(appKey);
        var exchange = new VendorExchange(http, route, space ?? spaces.First, options) { Body = body };
        exchange.Recording?.Begin(exchange, space);

        if (space is not null && await StrikeAsync(exchange) == FaultProgress.Answered)
        {
            return;
        }

        if (Credentials.Check(exchange, isSpaceKnown: space is not null) is var (refusal, why))
        {
            Credentials.Blame(exchange, isSpaceKnown: space is not null);
            await exchange.RefuseAsync(refusal, why);
            return;
        }

        await route.AnswerAsync(exchange);
    }

    private static async Task<FaultProgress> StrikeAsync(VendorExchange exchange)
    {
        foreach (var fault in exchange.Space.Faults.Strike(exchange.Route.Operation))
        {
            exchange.Recording?.Struck(fault);
            if (await fault.InjectAsync(new FaultTarget(exchange)) == FaultProgress.Answered)
            {
                return FaultProgress.Answered;
            }
        }

        return FaultProgress.GoesOn;
    }
}
