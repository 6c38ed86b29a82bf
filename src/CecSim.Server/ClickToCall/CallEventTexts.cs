using CecSim.Simulation.Calls;

namespace CecSim.Server.ClickToCall;

/// <summary><c>resultDesc</c> of each event, to the letter (chapter 5, step 4). CEC spells "transfered" so.</summary>
internal static class CallEventTexts
{
    public const string NoEvent = "ClickToCall polled without any events";

    /// <summary>As the API reference words it for an event that it does not know.</summary>
    private const string UnknownEvent = "Call continue to poll events with unknown events";

    public static string Of(CallEventKind kind) => kind switch
    {
        CallEventKind.Connected => "Call connected",
        CallEventKind.Queued => "Call in queue",
        CallEventKind.QueueTimeout => "Call queue timeout",
        CallEventKind.Failed => "Call failed",
        CallEventKind.Transferred => "Call transfered",
        CallEventKind.Released => "Call disconnected",
        CallEventKind.Unknown => UnknownEvent,
    };
}
