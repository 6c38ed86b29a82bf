using CecSim.Server.ClickToCall;
using CecSim.Simulation.Chat;

namespace CecSim.Server.CcMessaging;

/// <summary>Where a text session stands in its queue (API reference, queryQueueInfo).</summary>
internal static class QueryQueueInfo
{
    private const string ParameterError = "1";

    public static IReadOnlyList<VendorRoute> Routes { get; } =
        VendorRoute.Of(CecOperation.QueryQueueInfo, QueryAsync, VendorJson.Wire.QueueInfoBody);

    private static async Task QueryAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", WebChannel.Name);
        body.Same("userId", exchange.User!.UserId, "that of the ccmessaging-token");
        body.Same("channelConfigId", exchange.User!.Channel.Id, "the channelId of the ccmessaging-token");
        if (body.Problem is { } problem)
        {
            await (body.IsBroken
                ? exchange.RefuseAsync(problem)
                : exchange.RefuseAsync(RefusalAnswer.Result(ParameterError, null, Basis.Found), body.Complaint));
            return;
        }

        var info = exchange.Space.Chats.QueueInfo(exchange.User!);
        await (info.Refusal is { } refusal
            ? exchange.RefuseAsync(refusal.ToAnswer(exchange) with { Text = null, Basis = BasisOf(refusal) })
            : exchange.AnswerAsync(BodyOf(info.Value), VendorJson.Wire.QueueInfoBody, Basis.Found));
    }

    // The code that a session with a robot gets, 6 "CCUCS session invalid", is documented for no case.
    private static Basis BasisOf(Refusal refusal) =>
        refusal == Refusal.ChatWithRobot ? Basis.Inferred : Basis.Found;

    private static QueueInfoBody BodyOf(ChatQueueInfo info) => new()
    {
        TotalWaitTime = (int)info.TotalWait.TotalSeconds,
        ResultCode = ResultBody.Success,
        LongestWaitTime = (int)info.LongestWait.TotalSeconds,
        Position = info.Position,
        CurrentDeviceWaitTime = (int)info.CurrentDeviceWait.TotalSeconds,
        ConfigMaxWaitTime = (int)info.ConfiguredWaitMax.TotalSeconds,
        EstimateWaitTime = (int)info.EstimatedWait.TotalSeconds,
    };
}
