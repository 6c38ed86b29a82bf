using CecSim.Server.ConnectionBar.Validation;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Findings;
using CecSim.Web;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// The request that brings the connection bar (Connection Bar, 5.4): the enterprise's own API says whether the page may
/// have it, and the answer is the script.
/// </summary>
internal static class BarScript
{
    private const string Swapped = "access_token is an AccessToken of tokenByAkSk, which is another token";

    private static readonly Basis Documented = Basis.ConnectionBar("5.4");
    private static readonly Basis Failure = Basis.ConnectionBar("5.5.1");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        .. VendorRoute.Of(CecOperation.Ccbarclient, AnswerAsync),
        .. VendorRoute.Of(CecOperation.Ccbarclient, AnswerPreflightAsync)
            .Select(r => r with { Method = HttpMethods.Options }),
    ];

    private static Task AnswerPreflightAsync(VendorExchange exchange)
    {
        if (CrossOrigin.OriginOf(exchange.Http.Request) is not { } origin)
        {
            return FailAsync(exchange, null, CrossOrigin.WhyNone(exchange.Http.Request));
        }

        CrossOrigin.AllowPreflight(exchange.Http.Response, origin);
        return Task.CompletedTask;
    }

    private static async Task AnswerAsync(VendorExchange exchange)
    {
        if (CrossOrigin.OriginOf(exchange.Http.Request) is not { } origin)
        {
            await FailAsync(exchange, null, CrossOrigin.WhyNone(exchange.Http.Request));
            return;
        }

        CrossOrigin.Allow(exchange.Http.Response, origin);
        var body = await exchange.ReadBodyAsync();
        var asked = new ValidationRequest(
            body.Text("access_token", 4_000), TenantOf(body), body.Text("userAccount", 100));
        if (body.Problem is not null)
        {
            await FailAsync(exchange, null, body.Complaint);
            return;
        }

        if (asked.TenantSpaceId != exchange.Space.Settings.TenantSpaceId)
        {
            await FailAsync(exchange, null, "tenantSpaceId belongs to no space of this server");
            return;
        }

        var isSwapped = exchange.Space.AccessTokens.HasIssued(asked.AccessToken);
        if (isSwapped)
        {
            exchange.Space.Monitor.Note(
                FindingKind.AccessTokenSwapped, asked.UserAccount, exchange.Recording?.Id, "at ccbarclient");
        }

        var validator = exchange.Http.RequestServices.GetRequiredService<ThirdPartyValidator>();
        var outcome = await validator.ValidateAsync(exchange, asked);
        if (outcome.LacksMessage)
        {
            exchange.Space.Monitor.Note(
                FindingKind.ValidationWithoutMessage, asked.UserAccount, exchange.Recording?.Id, "at ccbarclient");
        }

        if (!outcome.IsValid)
        {
            await FailAsync(exchange, outcome.Message, isSwapped ? $"{Swapped}; {outcome.Why}" : outcome.Why);
            return;
        }

        await ServeAsync(exchange, asked.UserAccount, origin);
    }

    // Some copies of the document print the name with a small L at its end, and so do pages made from them.
    public static string TenantOf(BodyFields body) =>
        body.GetStringOrEmpty("tenantSpaceId") is { Length: > 0 } id ? id : body.GetStringOrEmpty("tenantSpaceld");

    private static async Task ServeAsync(VendorExchange exchange, string account, string origin)
    {
        if (exchange.Space.Bars.Open(account, origin) is not { } session)
        {
            await FailAsync(exchange, null, "no agent of the space has that userAccount");
            return;
        }

        if (!exchange.RefusesCookies)
        {
            BarCookies.Write(exchange.Http.Response, session);
        }

        exchange.Http.Response.Headers.CacheControl = "no-store";
        await exchange.AnswerScriptAsync(ScriptFor(exchange, session), Documented);
    }

    // The script is a function of the settings that only the server knows: where it was loaded from.
    private static byte[] ScriptFor(VendorExchange exchange, BarSession session)
    {
        var frameLateMs = exchange.FrameLate > TimeSpan.Zero ? (long?)exchange.FrameLate.TotalMilliseconds : null;
        var boot = JsonSerializer.Serialize(
            new BarBoot($"{ServerAddress.Of(exchange.Http).Origin}{BarPaths.Context}", session.Sid, frameLateMs),
            VendorJson.Default.BarBoot);
        return Encoding.UTF8.GetBytes($"((cecsimBar) => {{\n{WebAssets.Text("ccbarclient.js")}\n}})({boot});\n");
    }

    private static Task FailAsync(VendorExchange exchange, string? message, string why) => exchange.RefuseAsync(
        RefusalAnswer.Error(
            StatusCodes.Status500InternalServerError,
            $"thridParty validate failed and the errorMessage is {message ?? "null"}",
            Failure),
        why);
}
