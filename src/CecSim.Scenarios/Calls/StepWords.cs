namespace CecSim.Scenarios.Calls;

/// <summary>How a file calls the steps that send a documented event.</summary>
internal static class StepWords
{
    public static string? OfEvent(int eventId) => (CallEventKind)eventId switch
    {
        CallEventKind.Connected => "connected",
        CallEventKind.Queued => "queued",
        CallEventKind.QueueTimeout => "queueTimeout",
        CallEventKind.Failed => "failed",
        CallEventKind.Transferred => "transferred",
        CallEventKind.Released => "released",
        _ => null,
    };

    public static string Of(ScriptStep.EventStep step) => step switch
    {
        ScriptStep.Connected => "connected",
        ScriptStep.Queued => "queued",
        ScriptStep.QueueTimeout => "queueTimeout",
        ScriptStep.Failed => "failed",
        ScriptStep.Transferred => "transferred",
        ScriptStep.Released => "released",
        _ => "event",
    };
}
