using CecSim.Server.Exchanges;
using CecSim.Server.Problems;
using CecSim.Simulation;

namespace CecSim.Server.CcMessaging;

/// <summary>The text session's uplink. It checks its request and answers success.</summary>
internal static class Send
{
    private static readonly Basis Section = Basis.Documented("5");

    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        VendorRoute.Post(CecOperation.Send, "/apiaccess/ccmessaging/send", SendAsync),
    ];

    private static async Task SendAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", "WEB");
        body.OneOf("controlType", "CONNECT", "CHAT", "TRANS2AGENT", "INPUT", "DISCONNECT");
        body.OneOf("sourceType", "CUSTOMER");
        body.OneOf("mediaType", "TEXT", "IMAGE", "AUDIO", "VIDEO", "FILE", "FILE_IMAGE", "FILE_VIDEO");
        body.Text("from");
        body.Text("to");
        body.OptionalText("content");
        await (body.Problem is { } problem
            ? exchange.RefuseAsync(problem)
            : exchange.AnswerAsync(new ResultBody(ResultBody.Success, null), VendorJson.Default.ResultBody, Section));
    }
}
