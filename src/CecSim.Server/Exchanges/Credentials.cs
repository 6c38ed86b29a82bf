using CecSim.Simulation.Users;
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
        if (!operation.CarriesAccessToken)
        {
            return null;
        }

        if (!isSpaceKnown)
        {
            return CheckSpace(exchange);
        }

        if (CheckAccessToken(exchange) is { } wrong)
        {
            return wrong;
        }

        if (!operation.CarriesMessagingToken)
        {
            return null;
        }

        var check = CheckMessagingToken(exchange, isSpaceKnown, out var user);
        exchange.User = user;
        if (user is not null)
        {
            exchange.Space.Tokens.MarkPresented(
                exchange.Header(CecHeaders.MessagingToken)!, AccessTokenOf(exchange)!);
        }

        return check;
    }

    /// <summary>Writes down each thing that is wrong, of which only the first is answered.</summary>
    public static void Blame(VendorExchange exchange, bool isSpaceKnown)
    {
        if (exchange.Recording is not { } recording)
        {
            return;
        }

        if (!isSpaceKnown)
        {
            Note(CheckSpace(exchange));
        }

        Note(CheckAccessToken(exchange, isSpaceKnown));
        if (exchange.Route.Operation.CarriesMessagingToken)
        {
            Note(CheckMessagingToken(exchange, isSpaceKnown, out _));
        }

        void Note((Refusal Refusal, string Why)? wrong)
        {
            if (wrong is var (refusal, why))
            {
                recording.AddViolation(refusal, why);
            }
        }
    }

    /// <summary>
    /// The token after "Bearer", in any case (RFC 9110, 11.1), and its one space; null when the header is not so.
    /// </summary>
    public static string? AccessTokenOf(VendorExchange exchange) =>
        exchange.Header(HeaderNames.Authorization) is { } header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && header.Length > Scheme.Length && header[Scheme.Length] != ' '
            ? header[Scheme.Length..]
            : null;

    private static (Refusal, string) CheckSpace(VendorExchange exchange) =>
        exchange.Header(CecHeaders.AppKey) is { Length: > 0 }
            ? (Refusal.AppKeyUnknown, "x-app-key belongs to no space of this server")
            : (Refusal.AppKeyMissing, "x-app-key is missing");

    // Of a token that was issued by who knows whom only its form can be judged.
    private static (Refusal, string)? CheckAccessToken(VendorExchange exchange, bool isSpaceKnown = true)
    {
        if (exchange.Header(HeaderNames.Authorization) is not { Length: > 0 })
        {
            return (Refusal.AccessTokenMissing, "Authorization is missing");
        }

        if (AccessTokenOf(exchange) is not { } token)
        {
            return (Refusal.AccessTokenWithoutBearer, "Authorization must be 'Bearer', one space, the AccessToken");
        }

        if (!isSpaceKnown)
        {
            return null;
        }

        return exchange.Space.AccessTokens.Check(token) switch
        {
            null => CheckScope(exchange),
            Refusal.AccessTokenExpired => (Refusal.AccessTokenExpired, "the access token has expired"),
            Refusal.AccessTokenRevoked => (Refusal.AccessTokenRevoked, "the access token was revoked"),
            { } refusal => (refusal, "the access token was not issued to this x-app-key"),
        };
    }

    private static (Refusal, string)? CheckScope(VendorExchange exchange)
    {
        var operation = exchange.Route.Operation;
        return exchange.Space.Settings.Scope is { } scope && !scope.Contains(operation.Id)
            ? (Refusal.ApiOutOfScope, $"the app's scope has no {operation.Word}: 'scope' of the scenario's space")
            : null;
    }

    private static (Refusal, string)? CheckMessagingToken(
        VendorExchange exchange, bool isSpaceKnown, out User? user)
    {
        user = null;
        if (exchange.Header(CecHeaders.MessagingToken) is not { Length: > 0 } token)
        {
            return (Refusal.MessagingTokenMissing, "ccmessaging-token is missing");
        }

        if (!isSpaceKnown)
        {
            return null;
        }

        var found = exchange.Space.MessagingTokens.Check(token);
        if (found.Refusal is { } refusal)
        {
            return refusal == Refusal.MessagingTokenExpired
                ? (refusal, "the ccmessaging-token has expired")
                : (refusal, "the ccmessaging-token is not a live one: another applyToken of the user replaced it, " +
                    "or it was never issued to this x-app-key");
        }

        user = found.Value;
        return null;
    }
}
