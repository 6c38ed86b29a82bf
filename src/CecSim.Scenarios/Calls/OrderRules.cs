namespace CecSim.Scenarios.Calls;

/// <summary>What one step needs to have happened, and what it makes of a call.</summary>
internal static class OrderRules
{
    private const CallStates InHand = CallStates.Queued | CallStates.Connected;

    /// <param name="before">How the call may stand by its own script.</param>
    /// <param name="possible">How it may stand by whatever else happens to it.</param>
    /// <returns>Null when the step can be as it is.</returns>
    public static string? WhyWrong(ScriptStep step, CallStates before, CallStates possible, bool isAnyOrderRight) =>
        before == CallStates.Dropped ? WhyInVain(step)
        : isAnyOrderRight ? null
        : WhatIsMissing(step, possible) is { } missing
            ? $"'{StepWords.Of((ScriptStep.EventStep)step)}' cannot come without {missing} before it, " +
              $"unless '{ScriptOrder.Anyway}: true' stands beside 'script'"
        : null;

    public static CallStates After(ScriptStep step, CallStates before) => step switch
    {
        ScriptStep.Queued => Unless(before, CallStates.Queued),
        ScriptStep.Connected => Unless(before, CallStates.Connected),
        ScriptStep.Released or ScriptStep.QueueTimeout or ScriptStep.Failed or ScriptStep.Silent => CallStates.Nowhere,
        ScriptStep.Unknown { IsFinal: true } => CallStates.Nowhere,
        _ => before,
    };

    private static string? WhyInVain(ScriptStep step) => step switch
    {
        ScriptStep.Queued or ScriptStep.Connected or ScriptStep.Transferred or ScriptStep.Unknown { IsFinal: false } =>
            "never seen: after the drop only the end of the call is told",
        ScriptStep.Await { Action: CallAction.Drop } => "never comes: the call has been dropped",
        _ => null,
    };

    private static string? WhatIsMissing(ScriptStep step, CallStates possible) => step switch
    {
        ScriptStep.QueueTimeout when (possible & (CallStates.Queued | CallStates.Dropped)) == 0 => "'queued'",
        ScriptStep.Transferred when (possible & InHand) == 0 => "'queued' or 'connected'",
        ScriptStep.Released when (possible & (InHand | CallStates.Dropped)) == 0 => "'queued' or 'connected'",
        _ => null,
    };

    // A dropped call stays one.
    private static CallStates Unless(CallStates before, CallStates after) =>
        (before & CallStates.Dropped) | ((before & ~CallStates.Dropped) == 0 ? CallStates.Nowhere : after);
}
