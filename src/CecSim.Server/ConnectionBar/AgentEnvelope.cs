using System.Globalization;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Calls;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// An agent event as pages get it: the CC-Gateway's envelope, with contents as the API reference's samples show them.
/// </summary>
internal static class AgentEnvelope
{
    public static JsonObject Of(AgentEvent item) => new()
    {
        ["message"] = "",
        ["retcode"] = "0",
        ["event"] = new JsonObject
        {
            ["eventType"] = item.Notice.EventType,
            ["eventGenTime"] = item.At.ToUnixTimeMilliseconds(),
            ["workNo"] = item.WorkNo.ToString(CultureInfo.InvariantCulture),
            ["content"] = ContentOf(item.Notice.Content),
        },
    };

    private static JsonNode? ContentOf(AgentNoticeContent? content) => content switch
    {
        null => null,
        AgentNoticeContent.OfReason c => new JsonObject
        {
            ["reason"] = c.Reason.ToString(CultureInfo.InvariantCulture),
        },
        AgentNoticeContent.OfCallId c => c.CallId,
        AgentNoticeContent.OfTalk c => new JsonObject
        {
            ["caller"] = c.Call.Caller,
            ["callid"] = c.Call.CallId,
            ["called"] = c.Call.Called,
            ["feature"] = FeatureOf(c.Call),
            ["type"] = "main",
            ["mediaAbility"] = MediaAbilityOf(c.Call),
        },
        AgentNoticeContent.OfRinging c => new JsonObject
        {
            ["caller"] = c.Call.Caller,
            ["transfer"] = c.Call.TransferredBy is null ? "no" : "yes",
            ["callid"] = c.Call.CallId,
            ["transfrom"] = c.Call.TransferredBy?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["called"] = c.Call.Called,
            ["type"] = "main",
            ["mediaType"] = MediaTypeOf(c.Call),
            ["mediaAbility"] = MediaAbilityOf(c.Call),
            ["feature"] = FeatureOf(c.Call),
        },
        AgentNoticeContent.OfAlerting c => new JsonObject
        {
            ["callid"] = c.Call.CallId,
            ["otherPhoneWorkno"] = "",
            ["otherPhone"] = c.Call.Customer,
            ["type"] = "main",
        },
        AgentNoticeContent.OfResult c => new JsonObject
        {
            ["result"] = c.Result,
            ["callId"] = c.CallId,
        },
        AgentNoticeContent.OfPartner c => new JsonObject { ["callid"] = c.CallId, ["partner"] = c.Partner },
        AgentNoticeContent.OfCustomer c => new JsonObject { ["callid"] = c.CallId, ["number"] = c.Number },
        _ => throw new InvalidOperationException($"No form for {content}."),
    };

    // 0 is an inbound call, 7 an outbound one.
    private static string FeatureOf(AgentCall call) => call.IsOutbound ? "7" : "0";

    // 2 is click-to-dial, 5 an ordinary call.
    private static string MediaTypeOf(AgentCall call) => call.IsOfPhone ? "5" : "2";

    // 1 is voice, 2 video: other numbers than those of createClickToCall.
    private static string MediaAbilityOf(AgentCall call) => call.Media == MediaAbility.Video ? "2" : "1";
}
