using CecSim.Simulation.Commands;

namespace CecSim.Server.Snapshots;

/// <summary>Keeps what a client asks of a space, so that it can be done again.</summary>
internal sealed class CommandLogObserver(ExchangeOptions options) : IVendorObserver
{
    public void Enter(VendorExchange exchange)
    {
        if (exchange.IsSpaceKnown && options.KeepsCommands && !exchange.IsHead)
        {
            exchange.LoggedCommand = Log(exchange);
        }
    }

    public void Leave(VendorExchange exchange)
    {
        if (exchange.LoggedCommand is not { } logged)
        {
            return;
        }

        var log = exchange.Space.Commands;
        if (exchange.Body is { IsBroken: false } body)
        {
            log.AddBody(logged, body.RawText);
        }

        // A ccmessaging token has the moment of its making in it, which in a space whose time runs is later than that
        // at which the request came. Done again, it must have the same.
        if (TokenIssuedAt(exchange) is { } issuedAt && issuedAt > logged.Command.At)
        {
            logged.Command.At = issuedAt;
        }

        if (exchange.Aborted.IsCancellationRequested)
        {
            log.AddHangUp(logged);
        }
    }

    private static LoggedCommand? Log(VendorExchange exchange)
    {
        var (request, log) = (exchange.Http.Request, exchange.Space.Commands);
        if (!exchange.Route.Operation.IsApi)
        {
            // A page is let in by an API that is not ours, and is asked once for it.
            log.Break("a page had the connection bar, and whoever let it in cannot be asked once more");
            return null;
        }

        if (log.HasGap)
        {
            return null;
        }

        return log.Add(new RecordedCommand(CommandKind.Vendor, exchange.Space.Time.ReadNow())
        {
            Method = request.Method,
            Path = request.Path + request.QueryString,
            Values = request.Headers
                .Where(h => !IsOfTheConnection(h.Key))
                .ToDictionary(h => h.Key, h => h.Value.ToString()),
        });
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
