using CecSim.Server.ClickToCall;
using CecSim.Simulation.Chat;

namespace CecSim.Server.CcMessaging;

/// <summary>A message to be read later, where no agent could be reached (API reference, doLeaveMessage).</summary>
internal static class DoLeaveMessage
{
    public static IReadOnlyList<VendorRoute> Routes { get; } =
        VendorRoute.Of(CecOperation.DoLeaveMessage, LeaveAsync, VendorJson.Wire.ResultBody);

    private static async Task LeaveAsync(VendorExchange exchange)
    {
        var body = await exchange.ReadBodyAsync();
        body.OneOf("channel", WebChannel.Name);
        var callId = body.Text("callId", LeftMessage.CallIdCharsMax);
        var caller = body.Text("caller");
        var text = body.Text("leaveMessage");
        if (body.Problem is { } problem)
        {
            await (body.IsBroken
                ? exchange.RefuseAsync(problem)
                : exchange.RefuseAsync(Refusal.LeaveMessageWrong, body.Complaint));
            return;
        }

        await (exchange.Space.Chats.LeftMessages.Leave(exchange.User!, callId, caller, text) is { } refusal
            ? exchange.RefuseAsync(refusal, $"the space keeps {LeftMessages.CountMax} messages")
            : exchange.AnswerAsync(
                new ResultBody(ResultBody.Success, "Save leaveMessage success!"),
                VendorJson.Wire.ResultBody,
                Basis.Found));
    }
}
