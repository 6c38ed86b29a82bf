using System.Globalization;
using CecSim.Server.CcMessaging;

namespace CecSim.Server.ApiFabric;

/// <summary>The API Fabric's token (Voice and Video Access, 2.1).</summary>
internal static class TokenByAkSk
{
    private static readonly Basis Section = Basis.VoiceAndVideo("2.1");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
        VendorRoute.Of(CecOperation.TokenByAkSk, IssueAsync, VendorJson.Wire.AccessTokenBody);

    private static Task IssueAsync(VendorExchange exchange)
    {
        var body = exchange.Body!;
        var appKey = body.Text("app_key");
        var appSecret = body.Text("app_secret");
        if (body.Problem is { } problem)
        {
            return exchange.RefuseAsync(problem, WhyOf(problem, body));
        }

        if (!TryReadLifetime(exchange, out var lifetime))
        {
            return exchange.RefuseAsync(GenericStatuses.ToAnswer(
                400, "X-Token-Expire must be a whole number of seconds from 1 to 2147483647."));
        }

        if (appKey != exchange.Space.Settings.AppKey)
        {
            return exchange.RefuseAsync(Refusal.AppSecretWrong, "app_key belongs to no space of this server");
        }

        var issued = exchange.Space.AccessTokens.Issue(appSecret, lifetime);
        return issued.Refusal is { } refusal
            ? exchange.RefuseAsync(refusal, "app_secret is wrong for this app_key")
            : exchange.AnswerAsync(new AccessTokenBody(issued.Value), VendorJson.Wire.AccessTokenBody, Section);
    }

    // Section 2.2 prints this address above the body of applyToken.
    private static string? WhyOf(RefusalAnswer problem, BodyFields body) => body.FieldNames.Contains("channelId")
        ? $"{problem.Text} The body is that of applyToken, whose address is {ApplyToken.Routes[0].Path}"
        : null;

    private static bool TryReadLifetime(VendorExchange exchange, out TimeSpan? lifetime)
    {
        lifetime = null;
        if (exchange.Header(CecHeaders.TokenExpire) is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
        {
            return false;
        }

        lifetime = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
