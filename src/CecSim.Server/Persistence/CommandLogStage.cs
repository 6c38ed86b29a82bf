using Microsoft.AspNetCore.Http.Features;
using CecSim.Server.CcMessaging;
using CecSim.Simulation.Commands;

namespace CecSim.Server.Persistence;

/// <summary>Keeps what a client asks of a space, so that it can be done again.</summary>
internal sealed class CommandLogStage(ExchangeOptions options) : IVendorStage
{
    public ValueTask<StageOutcome> EnterAsync(VendorExchange exchange)
    {
        if (exchange is not { IsSpaceKnown: true, IsHead: false, Replayed: null })
        {
            return new ValueTask<StageOutcome>(StageOutcome.Continue);
        }

        if (exchange.Space.Commands.Store is { } store)
        {
            return new ValueTask<StageOutcome>(TakeTurnAsync(exchange, store));
        }

        if (options.KeepsCommands && !exchange.Space.Commands.HasGap)
        {
            exchange.LoggedCommand = exchange.Space.Commands.Add(CommandOf(exchange));
        }

        return new ValueTask<StageOutcome>(StageOutcome.Continue);
    }

    public void Leave(VendorExchange exchange)
    {
        if (exchange.LoggedCommand is not { } logged)
        {
            return;
        }

        var log = exchange.Space.Commands;
        if (log.Store is null && exchange.Body is { IsBroken: false } body)
        {
            log.AddBody(logged, body.RawText);
        }

        // A ccmessaging token has the moment of its making in it, which in a space whose time runs is later than that
        // at which the request came. Done again, it must have the same.
        if (log.Store is null && TokenIssuedAt(exchange) is { } issuedAt && issuedAt > logged.Command.At)
        {
            logged.Command.At = issuedAt;
        }

        if (exchange.Aborted.IsCancellationRequested)
        {
            log.AddHangUp(logged);
        }
    }

    /// <summary>
    /// In a space that outlives the process a request is a command when all of it is there, and is the only one that is
    /// under way until it is held, waits or is answered; its answer leaves when it cannot be lost any more.
    /// </summary>
    private static async Task<StageOutcome> TakeTurnAsync(VendorExchange exchange, ICommandStore store)
    {
        var request = exchange.Http.Request;
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false })
        {
            await exchange.ReadBodyAsync();
        }

        await LatencyStage.WaitAsync(exchange);
        exchange.Turn = await exchange.Space.Time.TakeTurnAsync(exchange.Aborted);
        if (store.WhyFull is { } why)
        {
            exchange.Http.Response.Headers.RetryAfter = "1";
            await exchange.RefuseAsync(
                GenericStatuses.ToAnswer(StatusCodes.Status503ServiceUnavailable),
                $"the space cannot be kept at present: {why}");
            return StageOutcome.Answered;
        }

        exchange.LoggedCommand = exchange.Space.Commands.Add(
            CommandOf(exchange) with { Body = exchange.Body is { IsBroken: false } body ? body.RawText : null });
        exchange.Http.Response.OnStarting(static state => BeginAnswerAsync((VendorExchange)state), exchange);
        return StageOutcome.Continue;
    }

    private static async Task BeginAnswerAsync(VendorExchange exchange)
    {
        exchange.Turn?.End();
        var log = exchange.Space.Commands;
        if (exchange.Route.Operation.IsLongPoll)
        {
            log.AddMoment();
        }

        await log.Store!.WhenKeptAsync();
    }

    private static RecordedCommand CommandOf(VendorExchange exchange)
    {
        var request = exchange.Http.Request;
        return new RecordedCommand(CommandKind.Vendor, exchange.Space.Time.ReadNow())
        {
            Method = request.Method,
            Path = request.Path + request.QueryString,
            Values = request.Headers
                .Where(h => !IsOfTheConnection(h.Key) || (h.Key == "Host" && !exchange.Route.Operation.IsApi))
                .ToDictionary(h => h.Key, h => h.Value.ToString()),
        };
    }

    private static DateTimeOffset? TokenIssuedAt(VendorExchange exchange) => exchange switch
    {
        { User: { } user } => exchange.Space.MessagingTokens.IssuedAt(user.Channel.Id, user.UserId),
        { Route.Operation.UserKey: UserKey.Body, Body: { } body } =>
            exchange.Space.MessagingTokens.IssuedAt(
                body.GetStringOrEmpty("channelId"), body.GetStringOrEmpty("userId")),
        _ => null,
    };

    // A request that is done again has no connection.
    private static bool IsOfTheConnection(string header) =>
        header is "Host" or "Connection" or "Content-Length" or "Transfer-Encoding" or "Accept-Encoding" or "Expect";
}
