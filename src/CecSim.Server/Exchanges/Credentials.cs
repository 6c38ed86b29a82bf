using CecSim.Simulation;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.Exchanges;

/// <summary>The three common headers (Voice and Video Access, 4.1), in the order in which CEC meets them.</summary>
internal static class Credentials
{
    private const string Scheme = "Bearer ";

    /// <returns>What is wrong; null when the request may pass. The exchange then knows its user.</returns>
    public static (Refusal Refusal, string Why)? Check(VendorExchange exchange, bool isSpaceKnown)
    {
        var operation = exchange.Route.Operation;
        if (!operation.CarriesAccessToken())
        {
            return null;
        }

        if (!isSpaceKnown)
        {
            return exchange.Header(CecHeaders.AppKey) is { Length: > 0 }
                ? (Refusal.AppKeyUnknown, "x-app-key belongs to no space of this server")
                : (Refusal.AppKeyMissing, "x-app-key is missing");
        }

        return CheckAccessToken(exchange)
            ?? (operation.CarriesMessagingToken() ? CheckMessagingToken(exchange) : null);
    }

    /// <summary>The token after "Bearer" and its one space; null when the header is not so.</summary>
    public static string? AccessTokenOf(VendorExchange exchange) =>
        exchange.Header(HeaderNames.Authorization) is { } header
        && header.StartsWith(Scheme, StringComparison.Ordinal)
        && header.Length > Scheme.Length && header[Scheme.Length] != ' '
            ? header[Scheme.Length..]
            : null;

    private static (Refusal, string)? CheckAccessToken(VendorExchange exchange)
    {
        if (exchange.Header(HeaderNames.Authorization) is not { Length: > 0 })
        {
            return (Refusal.AccessTokenMissing, "Authorization is missing");
        }

        if (AccessTokenOf(exchange) is not { } token)
        {
            return (Refusal.AccessTokenWithoutBearer, "Authorization must be 'Bearer', one space, the AccessToken");
        }

        return exchange.Space.AccessTokens.Check(token) switch
        {
            null => null,
            Refusal.AccessTokenExpired => (Refusal.AccessTokenExpired, "the access token has expired"),
            Refusal.AccessTokenRevoked => (Refusal.AccessTokenRevoked, "the access token was revoked"),
            { } refusal => (refusal, "the access token was not issued to this x-app-key"),
        };
    }

    private static (Refusal, string)? CheckMessagingToken(VendorExchange exchange)
    {
        if (exchange.Header(CecHeaders.MessagingToken) is not { Length: > 0 } token)
        {
            return (Refusal.MessagingTokenMissing, "ccmessaging-token is missing");
        }

        var found = exchange.Space.MessagingTokens.Check(token);
        if (found.Refusal is { } refusal)
        {
            return refusal == Refusal.MessagingTokenExpired
                ? (refusal, "the ccmessaging-token has expired")
                : (refusal, "the ccmessaging-token is not a live one: another applyToken of the user replaced it, " +
                    "or it was never issued to this x-app-key");
        }

        exchange.User = found.Value;
        return null;
    }
}
