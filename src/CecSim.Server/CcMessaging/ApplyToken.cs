using CecSim.Simulation.Tokens;

namespace CecSim.Server.CcMessaging;

/// <summary>
/// CC-Messaging's token (Voice and Video Access, 2.2). The English document prints tokenByAkSk's address there;
/// the Chinese edition has the right one.
/// </summary>
internal static class ApplyToken
{
    private static readonly Basis Section = Basis.Documented("2.2");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
        VendorRoute.Of(CecOperation.ApplyToken, ApplyAsync, VendorJson.Wire.MessagingTokenBody);

    private static async Task ApplyAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        var request = new MessagingTokenRequest(
            body.Text("userId", charsMax: 128),
            body.Text("userName", charsMax: 128),
            body.Text("channelId", charsMax: 64),
            body.OneOf("locale", "zh", "en", "zh_CN", "en_US"));
        if (body.Problem is { } problem)
        {
            await exchange.RefuseAsync(problem);
            return;
        }

        var applied = exchange.Space.MessagingTokens.Apply(request);
        if (applied.Refusal is null && Credentials.AccessTokenOf(exchange) is { } accessToken)
        {
            exchange.Space.Tokens.MarkPresented(applied.Value, accessToken);
        }

        await (applied.Refusal is { } refusal
            ? exchange.RefuseAsync(refusal, WhyRefused(refusal))
            : exchange.AnswerAsync(
                new MessagingTokenBody(ResultBody.Success, applied.Value),
                VendorJson.Wire.MessagingTokenBody,
                Section));
    }

    private static string WhyRefused(Refusal refusal) =>
        refusal == Refusal.ChannelUnknown
            ? "channelId is no channel of this space"
            : $"the space holds its limit of {MessagingTokens.UsersMax} users";
}
