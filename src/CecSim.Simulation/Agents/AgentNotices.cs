using static CecSim.Simulation.Agents.AgentNoticeContent;

namespace CecSim.Simulation.Agents;

/// <summary>The events of table 6-1 (Connection Bar), and some more that a call cannot be followed without.</summary>
public static class AgentNotices
{
    public static AgentNotice Busy => new("AgentState_Busy");
    public static AgentNotice Work => new("AgentState_Work");
    public static AgentNotice Ready => new("AgentState_Ready");
    public static AgentNotice CancelNotReady => new("AgentState_CancelNotReady_Success");
    public static AgentNotice CancelRest => new("AgentState_CancelRest_Success");
    public static AgentNotice RestTimeout => new("AgentState_Rest_Timeout");
    public static AgentNotice SetWork => new("AgentState_SetWork_Success");
    public static AgentNotice CancelWork => new("AgentState_CancelWork_Success");
    public static AgentNotice ForceNotReady => new("AgentState_Force_SetNotReady");
    public static AgentNotice ForceReady => new("AgentState_Force_Ready");
    public static AgentNotice PhoneAlerting => new("AgentOther_PhoneAlerting");
    public static AgentNotice PhoneOffhook => new("AgentOther_PhoneOffhook");
    public static AgentNotice PhoneRelease => new("AgentOther_PhoneRelease");

    public static AgentNotice SetNotReady(int reason) => new("AgentState_SetNotReady_Success", new OfReason(reason));

    public static AgentNotice SetRest(int reason) => new("AgentState_SetRest_Success", new OfReason(reason));

    public static AgentNotice Ringing(AgentCall call) => new("AgentEvent_Ringing", new OfRinging(call));

    public static AgentNotice Talking(AgentCall call) => new("AgentEvent_Talking", new OfTalk(call));

    public static AgentNotice Hold(AgentCall call) => new("AgentEvent_Hold", new OfCallId(call.CallId));

    /// <summary>"Holding Success" of table 6-1, which prints no content: that of AgentEvent_Hold.</summary>
    public static AgentNotice HoldingSuccess(AgentCall call) =>
        new("AgentEvent_Customer_Alerting", new OfCallId(call.CallId));

    /// <summary>The customer's phone rings, which is what the API reference means by it.</summary>
    public static AgentNotice CustomerAlerting(AgentCall call) =>
        new("AgentEvent_Customer_Alerting", new OfAlerting(call));

    public static AgentNotice CallOutFail(AgentCall call) => new("AgentEvent_Call_Out_Fail", new OfCallId(call.CallId));

    /// <summary>The call was handed on to an agent or a queue, or was not.</summary>
    public static AgentNotice SuccTransResult(AgentCall call, bool isDone) =>
        new("AgentEvent_SuccTransResult", new OfResult(call.CallId, isDone ? 0 : 1));

    /// <summary>The call was handed on to a number, or was not.</summary>
    public static AgentNotice TransOutResult(AgentCall call, bool isDone) =>
        new("AgentEvent_TransOutResult", new OfResult(call.CallId, isDone ? 0 : 1));

    /// <param name="partner">The number of who has joined.</param>
    public static AgentNotice Conference(AgentCall call, string partner) =>
        new("AgentEvent_Conference", new OfPartner(call.CallId, partner));

    /// <summary>No sample shows its content: that of AgentEvent_Call_Out_Fail.</summary>
    public static AgentNotice InsideCallFail(AgentCall call) =>
        new("AgentEvent_Inside_Call_Fail", new OfCallId(call.CallId));

    public static AgentNotice CallRelease(AgentCall call) => new("AgentEvent_Call_Release", new OfCallId(call.CallId));

    public static AgentNotice CustomerRelease(AgentCall call) =>
        new("AgentEvent_Customer_Release", new OfCustomer(call.CallId, call.Customer));
}
